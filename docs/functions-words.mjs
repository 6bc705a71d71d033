// What the pages of functions say besides the words of the functions themselves, in each language.

export const WORDS = {
  en: {
    file: 'functions.md',
    language: 'English',
    title: 'Functions',
    intro: [
      'Every function answers from this spreadsheet alone: it never calls Meta, needs no token and gives every viewer the same number. Text goes in quotes; values are parted by `;` (in a spreadsheet in English `,` works too).',
      'All values are optional: `=WA_SPENT(WA_LIVE)` answers for the dates and templates last synced in the sidebar. **Put `WA_LIVE` last**: Sheets recalculates a custom function only when one of its values changes, and `WA_LIVE` changes with every sync that changes a number.',
    ],
    groups: {
      sum: 'Numbers',
      ratio: 'Costs and rates',
      table: 'Tables, series and comparisons',
      file: 'What this file holds',
    },
    head: ['Function', 'Answers', 'Made of'],
    sumOf: (parts) => `${parts.join(' + ')}`,
    ratioOf: (part, whole) => `${part} / ${whole}`,
    asReported: 'as Meta reports it',
    units: {
      money: "in the account's currency",
      unitPrice: "in the account's currency",
      rate: '0.25 is 25 %',
      times: '3.5 is 3.5 times the spend',
      count: '',
    },
    sums: 'A sum is 0 over days this file holds without any traffic, and empty where Meta never reports the number. Conversions are reported for Marketing Messages only.',
    ratios:
      'A ratio sums both parts over the rows where both are reported, and divides then; it is empty when there is nothing to divide by. Never add ratios up: ask for the ratio of all the days at once.',
    values: 'Values',
    shapesTitle: 'Ranges: one formula for a whole table',
    shapes: [
      'Give a range where one value stands and the answer fills as many cells: templates below each other with one month, `=WA_SPENT(A2:A50;"2026-11";WA_LIVE)`, answer a column; templates below each other with months beside each other, `=WA_SPENT(A2:A50;B1:M1;"month";WA_LIVE)`, answer a table. Sizes of one stretch, equal sizes pair. One formula over 10,000 cells is one calculation; 10,000 formulas are 10,000.',
      'A cell that cannot be answered stops the whole formula, and the message names the first such cell; a blank cell answers a blank.',
    ],
    coverageTitle: 'Days this file does not hold',
    coverage: [
      'Meta keeps 90 days; this file keeps what was synced. Days after the last sync are left out. Days wholly before the first one ever synced answer empty. Days that begin before it, or hold a gap, are refused with the first missing day and a formula that works now: a total that leaves days out would be wrong without saying so.',
      'A pattern or `"*"` needs the history of all templates. Two currencies are never added: give the account as well.',
    ],
    example: 'Example',
  },
  'pt-BR': {
    file: 'functions.pt-BR.md',
    language: 'Português (Brasil)',
    title: 'Funções',
    intro: [
      'Toda função responde só com esta planilha: nunca chama a Meta, não precisa de token e dá o mesmo número a todos. Texto vai entre aspas; os valores são separados por `;`.',
      'Todos os valores são opcionais: `=WA_SPENT(WA_LIVE)` responde pelas datas e pelos modelos da última sincronização na barra lateral. **Coloque `WA_LIVE` por último**: o Sheets só recalcula uma função personalizada quando um dos valores muda, e `WA_LIVE` muda com cada sincronização que muda algum número.',
    ],
    groups: {
      sum: 'Números',
      ratio: 'Custos e taxas',
      table: 'Tabelas, séries e comparações',
      file: 'O que este arquivo tem',
    },
    head: ['Função', 'Responde', 'Feita de'],
    sumOf: (parts) => `${parts.join(' + ')}`,
    ratioOf: (part, whole) => `${part} / ${whole}`,
    asReported: 'como a Meta informa',
    units: {
      money: 'na moeda da conta',
      unitPrice: 'na moeda da conta',
      rate: '0,25 é 25 %',
      times: '3,5 é 3,5 vezes o gasto',
      count: '',
    },
    sums: 'Uma soma é 0 em dias que este arquivo tem e em que não houve tráfego, e vazia onde a Meta nunca informa o número. Conversões só são informadas para Marketing Messages.',
    ratios:
      'Uma razão soma as duas partes nas linhas em que ambas são informadas, e só então divide; fica vazia quando não há por que dividir. Nunca some razões: peça a razão de todos os dias de uma vez.',
    values: 'Valores',
    shapesTitle: 'Intervalos: uma fórmula para uma tabela inteira',
    shapes: [
      'Informe um intervalo no lugar de um valor e a resposta preenche as células correspondentes: modelos um abaixo do outro com um mês, `=WA_SPENT(A2:A50;"2026-11";WA_LIVE)`, respondem uma coluna; modelos um abaixo do outro com meses lado a lado, `=WA_SPENT(A2:A50;B1:M1;"month";WA_LIVE)`, respondem uma tabela. Tamanhos de um se repetem, tamanhos iguais formam pares. Uma fórmula sobre 10.000 células é um cálculo; 10.000 fórmulas são 10.000.',
      'Uma célula que não pode ser respondida para a fórmula inteira, e a mensagem diz qual é a primeira; uma célula vazia responde vazio.',
    ],
    coverageTitle: 'Dias que este arquivo não tem',
    coverage: [
      'A Meta guarda 90 dias; este arquivo guarda o que foi sincronizado. Dias depois da última sincronização ficam de fora. Dias todos anteriores ao primeiro já sincronizado respondem vazio. Dias que começam antes dele, ou que têm uma lacuna, são recusados com o primeiro dia que falta e uma fórmula que já funciona: um total sem alguns dias estaria errado sem avisar.',
      'Um padrão ou `"*"` precisa do histórico de todos os modelos. Duas moedas nunca são somadas: informe também a conta.',
    ],
    example: 'Exemplo',
  },
  es: {
    file: 'functions.es.md',
    language: 'Español',
    title: 'Funciones',
    intro: [
      'Cada función responde solo con esta hoja de cálculo: nunca llama a Meta, no necesita token y da el mismo número a todos. El texto va entre comillas; los valores se separan con `;`.',
      'Todos los valores son opcionales: `=WA_SPENT(WA_LIVE)` responde por las fechas y las plantillas de la última sincronización en la barra lateral. **Ponga `WA_LIVE` al final**: Sheets solo recalcula una función personalizada cuando cambia uno de sus valores, y `WA_LIVE` cambia con cada sincronización que cambia algún número.',
    ],
    groups: {
      sum: 'Números',
      ratio: 'Costos y tasas',
      table: 'Tablas, series y comparaciones',
      file: 'Lo que tiene este archivo',
    },
    head: ['Función', 'Responde', 'Hecha de'],
    sumOf: (parts) => `${parts.join(' + ')}`,
    ratioOf: (part, whole) => `${part} / ${whole}`,
    asReported: 'como lo informa Meta',
    units: {
      money: 'en la moneda de la cuenta',
      unitPrice: 'en la moneda de la cuenta',
      rate: '0,25 es 25 %',
      times: '3,5 es 3,5 veces el gasto',
      count: '',
    },
    sums: 'Una suma es 0 en días que este archivo tiene y en los que no hubo tráfico, y vacía donde Meta nunca informa el número. Las conversiones solo se informan para Marketing Messages.',
    ratios:
      'Una razón suma las dos partes en las filas donde ambas se informan, y divide después; queda vacía cuando no hay por qué dividir. Nunca sume razones: pida la razón de todos los días a la vez.',
    values: 'Valores',
    shapesTitle: 'Rangos: una fórmula para una tabla entera',
    shapes: [
      'Dé un rango en lugar de un valor y la respuesta llena las celdas correspondientes: plantillas una debajo de otra con un mes, `=WA_SPENT(A2:A50;"2026-11";WA_LIVE)`, responden una columna; plantillas una debajo de otra con meses uno al lado de otro, `=WA_SPENT(A2:A50;B1:M1;"month";WA_LIVE)`, responden una tabla. Los tamaños de uno se repiten, los iguales forman pares. Una fórmula sobre 10.000 celdas es un cálculo; 10.000 fórmulas son 10.000.',
      'Una celda que no se puede responder detiene la fórmula entera, y el mensaje dice cuál es la primera; una celda vacía responde vacío.',
    ],
    coverageTitle: 'Días que este archivo no tiene',
    coverage: [
      'Meta guarda 90 días; este archivo guarda lo que se sincronizó. Los días después de la última sincronización quedan fuera. Los días todos anteriores al primero sincronizado responden vacío. Los que empiezan antes, o tienen un hueco, se rechazan con el primer día que falta y una fórmula que ya funciona: un total sin algunos días estaría mal sin avisar.',
      'Un patrón o `"*"` necesita el historial de todas las plantillas. Dos monedas nunca se suman: dé también la cuenta.',
    ],
    example: 'Ejemplo',
  },
};

/** One example a function; what is not here is asked for as the first one is. */
export const EXAMPLES = {
  metric: (name) => `=${name}("promo_*";"this_month";WA_LIVE)`,
  WA_BUTTON_CLICKS: '=WA_BUTTON_CLICKS("promo_*";"Ver ofertas";"2026-11";WA_LIVE)',
  WA_CHANGE: '=WA_CHANGE("spent";"promo_*";"last_7_days";WA_LIVE)',
  WA_TABLE: '=WA_TABLE("sent, spent, cost per click";"*";"last_month";WA_LIVE)',
  WA_SERIES: '=WA_SERIES("spent";"promo_*";"2026-08-01";"2026-10-31";"week";WA_LIVE)',
  WA_TEMPLATES: '=WA_TEMPLATES("promo_*";WA_LIVE)',
  WA_LAST_SYNC: '=WA_LAST_SYNC(WA_SYNCED)',
  WA_COVERAGE: '=WA_COVERAGE("2026-09-01";"2026-11-30";WA_LIVE)',
};
