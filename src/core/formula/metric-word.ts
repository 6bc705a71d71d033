// Reads which metric a cell names: its title in any language of the sheet, its function, or its key.
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics';
import { type Cell, isAbsent, isBlank } from './arguments';
import { FormulaError } from './formula-error';
import { nearestName } from './nearest';
import { plainWord } from './plain-word';

/** How metrics, and the first column of a table, are called in one language. */
export type Titles = Record<MetricName | 'template' | 'date' | 'week' | 'month', string>;
/** Other words people use for a metric. */
export type Aliases = Readonly<Record<string, MetricName>>;
/** The words of each language of a sheet. */
export type TitlesByLanguage = Record<'en' | 'pt' | 'es', { titles: Titles; aliases: Aliases }>;

/** Shown where no metrics are named. */
const USUAL: readonly MetricName[] = [
  'sent',
  'delivered',
  'read',
  'clicks',
  'spent',
  'costPerClick',
];

/** The words for metrics, of every language for reading and of one for writing. */
export class MetricWords {
  readonly titles: Titles;
  private readonly all: TitlesByLanguage;
  private known: Map<string, MetricName> | null = null;

  constructor(all: TitlesByLanguage, language: keyof TitlesByLanguage) {
    this.all = all;
    this.titles = all[language].titles;
  }

  /**
   * The metric a cell names.
   *
   * @example words.read('Custo por clique') // 'costPerClick', as are 'cost per click' and 'WA_COST_PER_CLICK'
   * @returns null for a blank cell
   * @throws FormulaError 'metric-missing' | 'metric-unknown' | 'metric-guess'
   */
  read(cell: Cell): MetricName | null {
    if (isAbsent(cell)) throw new FormulaError('metric-missing');
    if (isBlank(cell)) return null;
    const name = typeof cell === 'object' ? cell.day : String(cell).trim();
    const word = plainWord(name);
    this.known ??= this.list();
    const metric = this.known.get(word);
    if (metric) return metric;
    const near = nearestName(word, [...this.known.keys()], Math.floor(word.length / 3));
    const meant = near === null ? undefined : this.known.get(near);
    throw meant
      ? new FormulaError('metric-guess', { name, guess: this.titles[meant] })
      : new FormulaError('metric-unknown', { name });
  }

  /**
   * The metrics of a table: a list in one text, or a range of names. Without any, the usual six.
   *
   * @example words.readList(['spent, clicks']) // ['spent', 'clicks']
   */
  readList(cells: readonly Cell[]): readonly MetricName[] {
    const named = cells
      .flatMap((cell): Cell[] => (typeof cell === 'string' ? cell.split(/[,;|\n]/) : [cell]))
      .filter((cell) => !isAbsent(cell) && !isBlank(cell))
      .map((cell) => this.read(cell))
      .filter((metric) => metric !== null);
    return named.length > 0 ? named : USUAL;
  }

  private list(): Map<string, MetricName> {
    const languages = Object.values(this.all);
    const own = METRIC_NAMES.flatMap((metric) =>
      [
        metric,
        METRICS[metric].formula ?? metric,
        ...languages.map(({ titles }) => titles[metric]),
      ].map((word): [string, MetricName] => [plainWord(word), metric]),
    );
    const others = languages.flatMap(({ aliases }) =>
      Object.entries(aliases).map(([word, metric]): [string, MetricName] => [
        plainWord(word),
        metric,
      ]),
    );
    return new Map([...others, ...own]);
  }
}
