// Brazilian Portuguese words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';
import { titles } from './titles';

export const headers: SheetWords = {
  columns: {
    ...titles,
    account: 'Conta',
    accountId: 'ID da conta',
    templateId: 'ID do modelo',
    language: 'Idioma',
    category: 'Categoria',
    product: 'Produto',
    currency: 'Moeda',
    buttonType: 'Tipo de botão',
    button: 'Botão',
    buttonClicks: 'Cliques',
    buttonUniqueClicks: 'Cliques únicos',
    templateDelivered: 'Entregues do modelo',
    buttonClickRate: 'Taxa de cliques',
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
    buttonType: 'O tipo do botão, na palavra que a Meta usa.',
    button: 'O que o botão diz. Dois botões com o mesmo texto ficam numa linha só.',
    buttonClicks: 'Cliques neste botão, todos contados; pessoas, quando a Meta só informa isso.',
    buttonUniqueClicks:
      'Pessoas que clicaram neste botão. Não some pessoas de dias ou botões diferentes.',
    templateDelivered:
      'Mensagens do modelo que chegaram no dia. É igual em todos os botões do dia: não some entre botões.',
    buttonClickRate: 'Cliques / Entregues do modelo desta linha. Não some: divida as somas.',
    appPurchaseValue: 'Quanto as pessoas compraram, como a Meta informa, na moeda da conta.',
    websitePurchaseValue: 'Quanto as pessoas compraram, como a Meta informa, na moeda da conta.',
  },
  lacks: 'Não disponível para {accounts}: a Meta não informa este número lá.',
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
