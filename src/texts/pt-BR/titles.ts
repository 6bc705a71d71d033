// Brazilian Portuguese titles of metrics and of the first columns: in headers, tables of formulas, docs and the sidebar.
import type { Aliases, Titles } from '../../core/formula/metric-word';

export const titles: Titles = {
  date: 'Data',
  week: 'Semana (seg)',
  month: 'Mês',
  template: 'Modelo',
  sent: 'Enviadas',
  delivered: 'Entregues',
  read: 'Lidas',
  replied: 'Respondidas',
  clicks: 'Cliques no link',
  uniqueClicks: 'Cliques únicos no link',
  quickReplies: 'Respostas rápidas',
  spent: 'Gasto',
  appAddToCart: 'Adições ao carrinho no app',
  websiteAddToCart: 'Adições ao carrinho no site',
  appCheckouts: 'Finalizações iniciadas no app',
  websiteCheckouts: 'Finalizações iniciadas no site',
  appPurchases: 'Compras no app',
  websitePurchases: 'Compras no site',
  appPurchaseValue: 'Valor das compras no app',
  websitePurchaseValue: 'Valor das compras no site',
  appActivations: 'Ativações do app',
  addToCart: 'Adições ao carrinho',
  checkouts: 'Finalizações iniciadas',
  purchases: 'Compras',
  purchaseValue: 'Valor das compras',
  costPerDelivered: 'Custo por entregue',
  costPerClick: 'Custo por clique',
  costPerReply: 'Custo por resposta',
  deliveryRate: 'Taxa de entrega',
  readRate: 'Taxa de leitura',
  replyRate: 'Taxa de resposta',
  clickRate: 'Taxa de cliques',
  roas: 'ROAS',
};

/** Other words people use for a metric in a formula. */
export const aliases: Aliases = {
  cliques: 'clicks',
  custo: 'spent',
  gastos: 'spent',
  'cliques únicos': 'uniqueClicks',
  respostas: 'replied',
  enviados: 'sent',
  entregues: 'delivered',
};
