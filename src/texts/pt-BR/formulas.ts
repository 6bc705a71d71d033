// Brazilian Portuguese sentences a formula shows when it cannot answer, one each, and the words of the menu.
import type { FormulaTexts } from '../formulas-type';

export const formulas: FormulaTexts = {
  'nothing-synced': () =>
    'Ainda não há nada sincronizado neste arquivo: abra Extensões > Ledger for WhatsApp > Abrir barra lateral e clique em Sincronizar.',
  'no-selection': () =>
    'Nenhuma data ou modelo foi sincronizado na barra lateral: sincronize uma vez, ou informe modelo e datas, como em =WA_SPENT("promo";"2026-11-01";"2026-11-30").',
  'template-unknown': ({ name }) =>
    `Não existe o modelo "${name}" neste arquivo: confira o nome ou sincronize a conta que o tem.`,
  'template-guess': ({ name, guess }) =>
    `Não existe o modelo "${name}" neste arquivo. Você quis dizer "${guess}"?`,
  'id-as-number': () =>
    'Este ID tem mais dígitos do que o Sheets guarda em um número: escreva-o como texto, entre aspas, como em "12345678901234567".',
  'template-bad': () => 'O modelo deve ser um nome, um ID ou um padrão como "promo_*".',
  'account-unknown': ({ name, known }) =>
    `Não existe a conta "${name}" neste arquivo. Contas: ${known}.`,
  'date-bad': ({ value }) =>
    `"${value}" não é um dia: use uma célula com data, "2026-11-01", um mês como "2026-11" ou uma palavra como "last_30_days".`,
  'date-missing': () => 'O último dia foi informado, mas falta o primeiro.',
  'dates-reversed': ({ from, to }) => `O primeiro dia ${from} vem depois do último dia ${to}.`,
  'keyword-with-end': ({ keyword }) =>
    `"${keyword}" já diz os dois dias: deixe o último dia vazio.`,
  'before-coverage': ({ day, first, formula }) =>
    `O dia ${day} nunca foi buscado, o histórico começa em ${first}. Isto funciona: ${formula}`,
  gap: ({ day, formula }) =>
    `O dia ${day} nunca foi buscado: sincronize estas datas na barra lateral. Isto já funciona: ${formula}`,
  'needs-all': () =>
    'Um padrão ou "*" precisa do histórico de todos os modelos, mas só alguns foram sincronizados: sincronize uma vez com "Todos os modelos".',
  'never-fetched': () =>
    'Nenhum dia deste modelo foi buscado ainda: escolha as datas na barra lateral e clique em Sincronizar.',
  'two-currencies': ({ currencies }) =>
    `Estes modelos são pagos em moedas diferentes (${currencies}), que não se somam: informe uma conta como quarto valor.`,
  shapes: ({ a, b }) =>
    `Os intervalos não combinam: um tem ${a} células e o outro ${b} na mesma direção.`,
  'too-many-arguments': () =>
    'Valores demais: use modelo, primeiro dia, último dia, conta e WA_LIVE.',
  'last-sync-argument': () => 'Use =WA_LAST_SYNC(WA_SYNCED).',
};
export const inCell = (row: number, column: number, sentence: string): string =>
  `Linha ${row}, coluna ${column} da resposta: ${sentence}`;

export const menu = { openSidebar: 'Abrir barra lateral', title: 'Ledger for WhatsApp' };

/** O que a barra lateral diz mesmo quando a sincronização deu certo. */
export const notices: Record<string, (facts: Readonly<Record<string, string | number>>) => string> = {
  clipped: ({ reach }) =>
    `A Meta responde a partir de ${reach}. Os dias anteriores vêm só do que esta planilha já guarda.`,
  dropped: ({ count }) =>
    `${count} números da Meta não correspondiam a um dia ou modelo pedido e ficaram de fora.`,
  'missing-templates': ({ count }) =>
    `A Meta recusou ${count} modelos, talvez excluídos agora. As linhas deles ficam como estão.`,
  'moved-rows': () =>
    'Linhas foram ordenadas, incluídas ou excluídas à mão; a aba inteira foi lida uma vez para encontrar cada linha.',
  'tab-was-missing': ({ tab }) => `A aba "${tab}" não existia mais e foi criada de novo.`,
  doubted: ({ day }) =>
    `A Meta respondeu só zeros para ${day}, mas a planilha tem mensagens nesse dia. Os números antigos ficam e o dia será pedido de novo.`,
};
