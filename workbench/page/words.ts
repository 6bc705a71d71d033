// The few words of the page itself, in the language of the spreadsheet's locale.

const english = {
  opening: 'Opening the spreadsheet …',
  extensions: 'Extensions',
  openSidebar: 'Open the sidebar',
  closeSidebar: 'Close the sidebar',
  sampleToken: 'Sample token',
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'Press Ctrl+C',
  startWithSample:
    'New here? Copy the sample token, open the sidebar and paste it there. All data is made up.',
  startWithOwn: 'Open the sidebar and connect with your own token.',
  working: 'Working …',
  lost: 'The workbench is not running',
  blocked: 'This is not possible in the workbench yet.',
  newSheet: 'Sheet',
  sortAscending: 'Sort sheet A to Z',
  sortDescending: 'Sort sheet Z to A',
  filterByValues: 'Filter by values …',
  removeFilter: 'Remove filter',
  protectTab: 'Protect as another person',
  unprotectTab: 'Remove their protection',
  showOnly: 'Show only these in “{column}”',
  selectAll: 'Select all',
  selectNone: 'Clear',
  blanks: '(Blanks)',
  nothingToFilter: 'There are no rows below the header.',
  cancel: 'Cancel',
  apply: 'Apply',
};

export type PageWords = typeof english;

const portuguese: PageWords = {
  opening: 'Abrindo a planilha …',
  extensions: 'Extensões',
  openSidebar: 'Abrir barra lateral',
  closeSidebar: 'Fechar barra lateral',
  sampleToken: 'Token de exemplo',
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Aperte Ctrl+C',
  startWithSample:
    'Primeira vez aqui? Copie o token de exemplo, abra a barra lateral e cole. Os dados são inventados.',
  startWithOwn: 'Abra a barra lateral e conecte com seu próprio token.',
  working: 'Trabalhando …',
  lost: 'A bancada não está rodando',
  blocked: 'Isso ainda não é possível na bancada.',
  newSheet: 'Página',
  sortAscending: 'Classificar página de A a Z',
  sortDescending: 'Classificar página de Z a A',
  filterByValues: 'Filtrar por valores …',
  removeFilter: 'Remover filtro',
  protectTab: 'Proteger como outra pessoa',
  unprotectTab: 'Remover essa proteção',
  showOnly: 'Mostrar só estes em “{column}”',
  selectAll: 'Selecionar tudo',
  selectNone: 'Limpar',
  blanks: '(Vazias)',
  nothingToFilter: 'Não há linhas abaixo do cabeçalho.',
  cancel: 'Cancelar',
  apply: 'Aplicar',
};

/** English where the page has no words of its own for a language. */
export function pageWords(locale: string): PageWords {
  return /^pt\b|^pt_/i.test(locale) ? portuguese : english;
}
