// Spanish words of `WA Templates` and of report tabs.
import type { CompareWords } from '../compare-words';
import { titles } from './titles';

const CONVERSION =
  'En la app y en el sitio, sumados. Vacío donde Meta no lo informa: solo lo informa para Marketing Messages.';

export const compare: CompareWords = {
  columns: {
    ...titles,
    from: 'Desde',
    to: 'Hasta',
    account: 'Cuenta',
    accountId: 'ID de la cuenta',
    templateId: 'ID de la plantilla',
    language: 'Idioma',
    category: 'Categoría',
    status: 'Estado',
    quality: 'Calidad',
    text: 'Texto',
    buttons: 'Botones',
    currency: 'Moneda',
    comparedFrom: 'Comparado desde',
    comparedTo: 'Comparado hasta',
  },
  parts: {
    low: '{name}: mín.',
    high: '{name}: máx.',
    change: '{name}: variación',
    verdict: '{name}: conclusión',
  },
  notes: {
    from: 'Cada sincronización rehace esta tabla para sus fechas y plantillas. Sus propias columnas, a la derecha de las nuestras, nunca se tocan, pero no se mueven con las filas: busque los números por ID de la plantilla, por ejemplo con BUSCARX.',
    to: 'El último día contado. Los días después del último obtenido quedan fuera.',
    account: 'El nombre de la cuenta en Meta.',
    accountId: 'El ID de la cuenta en Meta, como texto.',
    template: 'Su nombre. Un mismo nombre tiene una plantilla por idioma.',
    templateId: 'Su ID en Meta, como texto: la clave para buscar una fila.',
    language: 'Su idioma, en el código de Meta.',
    category: 'La de ahora. Una plantilla que cambió de categoría es una sola fila.',
    status: 'La palabra de Meta. DELETED: Meta ya no muestra la plantilla; sus números quedan.',
    quality: 'La calificación de Meta: GREEN (verde), YELLOW (amarillo), RED (rojo) o UNKNOWN.',
    text: 'Lo que dice el mensaje, como lo muestra Meta.',
    buttons: 'Los textos de sus botones, en orden.',
    currency: 'La moneda de los importes de esta fila. Importes de dos monedas nunca se suman.',
    sent: 'Mensajes enviados.',
    delivered: 'Mensajes que llegaron a un teléfono.',
    read: 'Mensajes leídos.',
    replied: 'Mensajes respondidos.',
    clicks: 'Clics en botones de enlace, contando todos.',
    uniqueClicks: 'Personas que hicieron clic en un botón de enlace, sumadas día a día.',
    quickReplies: 'Toques en los botones de respuesta rápida.',
    spent: 'En la moneda de la cuenta, como lo informa Meta.',
    addToCart: CONVERSION,
    checkouts: CONVERSION,
    purchases: CONVERSION,
    purchaseValue: CONVERSION,
    appActivations:
      'Activaciones de la app. Vacío donde Meta no lo informa: solo lo informa para Marketing Messages.',
    costPerDelivered: 'Gasto / Entregados, en las filas que informan ambos. Menos es mejor.',
    costPerClick: 'Gasto / Clics en el enlace, en las filas que informan ambos. Menos es mejor.',
    costPerReply: 'Gasto / Respondidos, en las filas que informan ambos. Menos es mejor.',
    roas: 'Valor de las compras / Gasto, en las filas que informan ambos. Más es mejor.',
    deliveryRate: 'Entregados / Enviados, en las filas que informan ambos.',
    readRate: 'Leídos / Entregados, en las filas que informan ambos.',
    replyRate: 'Respondidos / Entregados, en las filas que informan ambos.',
    clickRate:
      'Clics en el enlace / Entregados, en las filas que informan ambos. Puede pasar de 100 %: una persona puede hacer clic varias veces.',
    comparedFrom:
      'El primero de los días de comparación. Las variaciones quedan vacías si este archivo no los tiene todos.',
    comparedTo: 'El último de los días de comparación.',
  },
  partNotes: {
    low: '{name}: el valor real está por encima de este, con 95 % de confianza (intervalo de Wilson).',
    high: '{name}: el valor real está por debajo de este, con 95 % de confianza (intervalo de Wilson).',
    change: '{name} / lo mismo en los días de comparación - 1.',
    verdict:
      '{name}: si la diferencia entre los dos períodos es mayor de lo que explica el azar, con 95 % de confianza (Newcombe). Vacío donde no se puede decir.',
  },
  verdicts: { up: 'subió', down: 'bajó', chance: 'sin cambio claro' },
  report: {
    about:
      'Hecho por Ledger for WhatsApp con los números de este archivo. Cada sincronización lo actualiza. Ponga sus notas debajo o a la derecha de la columna K.',
    dates: 'Fechas',
    compared: 'Comparado con',
    metric: 'Métrica',
    now: 'Estas fechas',
    before: 'Comparación',
    change: 'Variación',
    verdict: 'Conclusión',
    mixed:
      'Estas fechas se cobraron en dos monedas, que no se suman. WA Templates muestra cada una.',
    notHeld: 'Estas fechas nunca se sincronizaron.',
    button: 'Botón',
    buttonType: 'Tipo de botón',
    clicks: 'Clics',
    uniqueClicks: 'Clics únicos',
    delivered: 'Entregados de la plantilla',
    clickRate: 'Tasa de clics',
    date: 'Fecha',
  },
};
