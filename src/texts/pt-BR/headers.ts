// Brazilian Portuguese words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';

export const headers: SheetWords = {
  daily: {
    date: 'Data',
    week: 'Semana (seg)',
    month: 'Mês',
    account: 'Conta',
    accountId: 'ID da conta',
    template: 'Modelo',
    templateId: 'ID do modelo',
    language: 'Idioma',
    category: 'Categoria',
    product: 'Produto',
    currency: 'Moeda',
    sent: 'Enviadas',
    delivered: 'Entregues',
    read: 'Lidas',
    replied: 'Respondidas',
    clicks: 'Cliques no link',
    uniqueClicks: 'Cliques únicos no link',
    quickReplies: 'Respostas rápidas',
    spent: 'Gasto',
    costPerDelivered: 'Custo por entregue',
    costPerClick: 'Custo por clique',
  },
  notes: {
    date: 'O dia no fuso da conta. Célula vazia: a Meta não informa o número; 0 é zero mesmo.',
    week: 'Segunda-feira da semana.',
    month: 'Primeiro dia do mês.',
    clicks: 'Cliques nos botões de link, contando todos.',
    uniqueClicks:
      'Pessoas que clicaram em um botão de link. Não some pessoas entre dias ou botões.',
    quickReplies: 'Toques nos botões de resposta rápida.',
    spent: 'Na moeda da conta, como a Meta informa.',
    costPerDelivered:
      'Gasto / Entregues desta linha. Não some: use WA_COST_PER_DELIVERED ou divida as somas.',
    costPerClick:
      'Gasto / Cliques no link desta linha. Não some: use WA_COST_PER_CLICK ou divida as somas.',
  },
  log: {
    when: 'Quando',
    who: 'Quem iniciou',
    dates: 'Datas',
    added: 'Adicionadas',
    changed: 'Alteradas',
    restated: 'Corrigidas pela Meta',
    held: 'Preservadas',
    requests: 'Consultas',
    seconds: 'Segundos',
    result: 'Resultado',
  },
  who: { sidebar: 'Barra lateral', menu: 'Menu', schedule: 'Agendamento' },
};
