// Brazilian Portuguese words of `WA Templates` and of report tabs.
import type { CompareWords } from '../compare-words';
import { titles } from './titles';

const CONVERSION =
  'No app e no site, somados. Vazio quando a Meta não informa: ela só informa para Marketing Messages.';

export const compare: CompareWords = {
  columns: {
    ...titles,
    from: 'De',
    to: 'Até',
    account: 'Conta',
    accountId: 'ID da conta',
    templateId: 'ID do modelo',
    language: 'Idioma',
    category: 'Categoria',
    status: 'Status',
    quality: 'Qualidade',
    text: 'Texto',
    buttons: 'Botões',
    currency: 'Moeda',
    comparedFrom: 'Comparado de',
    comparedTo: 'Comparado até',
  },
  parts: {
    low: '{name}: mín.',
    high: '{name}: máx.',
    change: '{name}: variação',
    verdict: '{name}: conclusão',
  },
  notes: {
    from: 'Cada sincronização refaz esta tabela para as datas e os modelos dela. Colunas suas, à direita das nossas, nunca são alteradas, mas não acompanham as linhas: busque os números pelo ID do modelo, por exemplo com PROCX.',
    to: 'O último dia contado. Dias depois do último já buscado ficam de fora.',
    account: 'O nome da conta na Meta.',
    accountId: 'O ID da conta na Meta, como texto.',
    template: 'O nome. Um mesmo nome tem um modelo para cada idioma.',
    templateId: 'O ID na Meta, como texto: a chave para buscar uma linha.',
    language: 'O idioma, no código da Meta.',
    category: 'A de agora. Um modelo que mudou de categoria é uma linha só.',
    status: 'A palavra da Meta. DELETED: a Meta não lista mais o modelo; os números dele ficam.',
    quality: 'A avaliação da Meta: GREEN (verde), YELLOW (amarelo), RED (vermelho) ou UNKNOWN.',
    text: 'O que a mensagem diz, como a Meta lista.',
    buttons: 'Os textos dos botões, na ordem.',
    currency: 'A moeda dos valores desta linha. Valores de duas moedas nunca são somados.',
    sent: 'Mensagens enviadas.',
    delivered: 'Mensagens que chegaram a um telefone.',
    read: 'Mensagens lidas.',
    replied: 'Mensagens respondidas.',
    clicks: 'Cliques nos botões de link, contando todos.',
    uniqueClicks: 'Pessoas que clicaram em um botão de link, somadas dia a dia.',
    quickReplies: 'Toques nos botões de resposta rápida.',
    spent: 'Na moeda da conta, como a Meta informa.',
    addToCart: CONVERSION,
    checkouts: CONVERSION,
    purchases: CONVERSION,
    purchaseValue: CONVERSION,
    appActivations:
      'Ativações do app. Vazio quando a Meta não informa: ela só informa para Marketing Messages.',
    costPerDelivered: 'Gasto / Entregues, nas linhas que informam os dois. Quanto menor, melhor.',
    costPerClick: 'Gasto / Cliques no link, nas linhas que informam os dois. Quanto menor, melhor.',
    costPerReply: 'Gasto / Respondidas, nas linhas que informam os dois. Quanto menor, melhor.',
    roas: 'Valor das compras / Gasto, nas linhas que informam os dois. Quanto maior, melhor.',
    deliveryRate: 'Entregues / Enviadas, nas linhas que informam os dois.',
    readRate: 'Lidas / Entregues, nas linhas que informam os dois.',
    replyRate: 'Respondidas / Entregues, nas linhas que informam os dois.',
    clickRate:
      'Cliques no link / Entregues, nas linhas que informam os dois. Pode passar de 100 %: uma pessoa pode clicar várias vezes.',
    comparedFrom:
      'O primeiro dos dias de comparação. As variações ficam vazias quando este arquivo não tem todos eles.',
    comparedTo: 'O último dos dias de comparação.',
  },
  partNotes: {
    low: '{name}: o valor real fica acima deste, com 95 % de confiança (intervalo de Wilson).',
    high: '{name}: o valor real fica abaixo deste, com 95 % de confiança (intervalo de Wilson).',
    change: '{name} / o mesmo nos dias de comparação - 1.',
    verdict:
      '{name}: se a diferença entre os dois períodos é maior do que o acaso explica, com 95 % de confiança (Newcombe). Vazio quando não dá para dizer.',
  },
  verdicts: { up: 'subiu', down: 'caiu', chance: 'sem mudança clara' },
  report: {
    about:
      'Feito pelo Ledger for WhatsApp com os números deste arquivo. Cada sincronização o atualiza. Coloque suas anotações abaixo dele ou à direita da coluna K.',
    dates: 'Datas',
    compared: 'Comparado com',
    metric: 'Métrica',
    now: 'Estas datas',
    before: 'Comparação',
    change: 'Variação',
    verdict: 'Conclusão',
    mixed:
      'Estas datas foram cobradas em duas moedas, que não se somam. WA Templates mostra cada uma.',
    notHeld: 'Estas datas nunca foram sincronizadas.',
    button: 'Botão',
    buttonType: 'Tipo de botão',
    clicks: 'Cliques',
    uniqueClicks: 'Cliques únicos',
    delivered: 'Entregues do modelo',
    clickRate: 'Taxa de cliques',
    date: 'Data',
  },
};
