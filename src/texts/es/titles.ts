// Spanish titles of metrics and of the first columns: in headers, tables of formulas, docs and the sidebar.
import type { Aliases, Titles } from '../../core/formula/metric-word';

export const titles: Titles = {
  date: 'Fecha',
  week: 'Semana (lun)',
  month: 'Mes',
  template: 'Plantilla',
  sent: 'Enviados',
  delivered: 'Entregados',
  read: 'Leídos',
  replied: 'Respondidos',
  clicks: 'Clics en el enlace',
  uniqueClicks: 'Clics únicos en el enlace',
  quickReplies: 'Respuestas rápidas',
  spent: 'Gasto',
  appAddToCart: 'Añadidos al carrito en la app',
  websiteAddToCart: 'Añadidos al carrito en la web',
  appCheckouts: 'Pagos iniciados en la app',
  websiteCheckouts: 'Pagos iniciados en la web',
  appPurchases: 'Compras en la app',
  websitePurchases: 'Compras en la web',
  appPurchaseValue: 'Valor de las compras en la app',
  websitePurchaseValue: 'Valor de las compras en la web',
  appActivations: 'Activaciones de la app',
  addToCart: 'Agregados al carrito',
  checkouts: 'Pagos iniciados',
  purchases: 'Compras',
  purchaseValue: 'Valor de las compras',
  costPerDelivered: 'Costo por entregado',
  costPerClick: 'Costo por clic',
  costPerReply: 'Costo por respuesta',
  deliveryRate: 'Tasa de entrega',
  readRate: 'Tasa de lectura',
  replyRate: 'Tasa de respuesta',
  clickRate: 'Tasa de clics',
  roas: 'ROAS',
};

/** Other words people use for a metric in a formula. */
export const aliases: Aliases = {
  clics: 'clicks',
  costo: 'spent',
  gastos: 'spent',
  'clics únicos': 'uniqueClicks',
  respuestas: 'replied',
};
