// Spanish words in the sheet itself: headers, header notes, log words.
import type { SheetWords } from '../server-words';

export const headers: SheetWords = {
  daily: {
    date: 'Fecha',
    week: 'Semana (lun)',
    month: 'Mes',
    account: 'Cuenta',
    accountId: 'ID de la cuenta',
    template: 'Plantilla',
    templateId: 'ID de la plantilla',
    language: 'Idioma',
    category: 'Categoría',
    product: 'Producto',
    currency: 'Moneda',
    sent: 'Enviados',
    delivered: 'Entregados',
    read: 'Leídos',
    replied: 'Respondidos',
    clicks: 'Clics en el enlace',
    uniqueClicks: 'Clics únicos en el enlace',
    quickReplies: 'Respuestas rápidas',
    spent: 'Gasto',
    costPerDelivered: 'Costo por entregado',
    costPerClick: 'Costo por clic',
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
  },
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
