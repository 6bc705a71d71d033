// Finds what Meta sends and this add-on does not read: new metrics, kinds of buttons and costs, odd conversions.
import type { RawGroup, RawPoint } from './answers';
import { isOddConversion } from './conversions';

const POINT_FIELDS =
  'template_id template_group_id start end sent delivered read replied clicked cost'.split(' ');
const BUTTON_TYPES = ['url_button', 'unique_url_button', 'quick_reply_button'];
const COST_TYPES = ['amount_spent', 'cost_per_delivered', 'cost_per_url_button_click'];
/** Conversions, also those that are documented but not asked for. */
const CONVERSION = /^(app|website)_/i;

/** The words come from outside and end up in a sentence: only what looks like a name of Meta's. */
const isName = (word: string): boolean => /^[a-z][a-z0-9_]{0,39}$/i.test(word);
/** More in one answer is no news but noise. */
const MOST = 5;

/**
 * Names in the groups that nobody here knows, ascending, each once.
 *
 * @example unknownWords([{ data_points: [{ template_id: '1', shares: 2 }] }]) // ['shares']
 */
export function unknownWords(groups: readonly RawGroup[]): string[] {
  const found = new Set<string>();
  for (const group of groups) {
    for (const point of group.data_points ?? []) for (const word of wordsOf(point)) found.add(word);
  }
  return [...found].filter(isName).sort().slice(0, MOST);
}

function wordsOf(point: RawPoint): string[] {
  const types = (rows: readonly { type?: string | null | undefined }[] | null | undefined) =>
    (rows ?? []).map(({ type }) => (type ?? '').toLowerCase());
  return [
    ...Object.entries(point)
      .filter(([key, value]) =>
        CONVERSION.test(key) ? isOddConversion(key, value) : !POINT_FIELDS.includes(key),
      )
      .map(([key]) => key),
    ...types(point.clicked).filter((type) => !BUTTON_TYPES.includes(type)),
    ...types(point.cost).filter((type) => !COST_TYPES.includes(type)),
  ];
}
