// Spanish words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';
import { titles } from './titles';

export const headers: SheetWords = {
  columns: {
    ...titles,
    account: 'Cuenta',
    accountId: 'ID de la cuenta',
    templateId: 'ID de la plantilla',
    language: 'Idioma',
    category: 'Categoría',
    product: 'Producto',
    currency: 'Moneda',
    buttonType: 'Tipo de botón',
    button: 'Botón',
    buttonClicks: 'Clics',
    buttonUniqueClicks: 'Clics únicos',
    templateDelivered: 'Entregados de la plantilla',
    buttonClickRate: 'Tasa de clics',
  },
  notes: {
    date: 'El día en la zona de la cuenta. Celda vacía: Meta no informa el número; 0 es cero.',
    week: 'Lunes de la semana.',
    month: 'Primer día del mes.',
    clicks: 'Clics en los botones de enlace, contándolos todos.',
    uniqueClicks: 'Personas que hicieron clic en un enlace. No sume personas entre días o botones.',
    quickReplies: 'Toques en los botones de respuesta rápida.',
    spent: 'En la moneda de la cuenta, como lo informa Meta.',
    costPerDelivered:
      'Gasto / Entregados de esta fila. No lo sume: use WA_COST_PER_DELIVERED o divida las sumas.',
    costPerClick:
      'Gasto / Clics en el enlace de esta fila. No lo sume: use WA_COST_PER_CLICK o divida las sumas.',
    buttonType: 'El tipo de botón, con la palabra que usa Meta.',
    button: 'Lo que dice el botón. Dos botones con el mismo texto son una fila.',
    buttonClicks: 'Clics en este botón, todos contados; personas, si Meta solo informa eso.',
    buttonUniqueClicks:
      'Personas que hicieron clic en este botón. No sume personas de días o botones distintos.',
    templateDelivered:
      'Mensajes de la plantilla que llegaron ese día. Es igual en cada botón del día: no lo sume entre botones.',
    buttonClickRate:
      'Clics / Entregados de la plantilla de esta fila. No lo sume: divida las sumas.',
    appPurchaseValue: 'Lo que compraron las personas, según Meta, en la moneda de la cuenta.',
    websitePurchaseValue: 'Lo que compraron las personas, según Meta, en la moneda de la cuenta.',
  },
  lacks: 'No disponible para {accounts}: Meta no informa este número allí.',
  log: {
    when: 'Cuándo',
    who: 'Quién lo inició',
    dates: 'Fechas',
    added: 'Agregadas',
    changed: 'Cambiadas',
    restated: 'Corregidas por Meta',
    held: 'Conservadas',
    requests: 'Consultas',
    seconds: 'Segundos',
    result: 'Resultado',
  },
  who: { sidebar: 'Barra lateral', menu: 'Menú', schedule: 'Programación' },
};
