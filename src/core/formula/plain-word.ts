// Makes words comparable that people write with or without capitals, accents, spaces, dashes and underscores.

/** @example plainWord('Custo por Mês') // 'custopormes', as is 'custo_por_mes' */
export const plainWord = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '');
