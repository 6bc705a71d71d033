// Finds what Meta began to send and this add-on does not read yet: metrics, kinds of buttons, kinds of costs.
import type { RawGroup, RawPoint } from './answers';

const POINT_FIELDS =
  'template_id template_group_id start end sent delivered read replied clicked cost'.split(' ');
const BUTTON_TYPES = ['url_button', 'unique_url_button', 'quick_reply_button'];
const COST_TYPES = ['amount_spent', 'cost_per_delivered', 'cost_per_url_button_click'];
/** Documented, but of Marketing Messages, which are not asked for here. */
const CONVERSION = /^(app|website)_/;

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
    ...Object.keys(point).filter((key) => !POINT_FIELDS.includes(key) && !CONVERSION.test(key)),
    ...types(point.clicked).filter((type) => !BUTTON_TYPES.includes(type)),
    ...types(point.cost).filter((type) => !COST_TYPES.includes(type)),
  ];
}
