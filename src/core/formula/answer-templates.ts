// Answers `WA_TEMPLATES`: the names a formula can use. Needs the head only.
import { compareText } from '../daily';
import type { Argument } from './arguments';
import { type Answer, type Call, readTableArguments } from './call';
import { resolveAccounts, resolveTemplates } from './templates';

/**
 * Answers `WA_TEMPLATES(pattern; account)`: a column of names in order, each once; all of them without a
 * pattern. What stands for a template in other functions may stand here.
 *
 * @example answerTemplates(call, ['promo_*']) // [['promo_may'], ['promo_vip']]
 * @returns empty for a blank cell
 */
export function answerTemplates(call: Call, args: readonly Argument[]): Answer {
  const { values, lists } = readTableArguments(call.name, args, ['pattern']);
  const accounts = resolveAccounts(values.account, call.head);
  const series = (lists.pattern ?? [undefined]).flatMap(
    (pattern) => resolveTemplates(pattern ?? '*', call, accounts)?.series ?? [],
  );
  const names = series.map((number) => {
    const [id = '', name = ''] = call.head.series[number] ?? [];
    return name || id;
  });
  const rows = [...new Set(names)].sort(compareText).map((name) => [name]);
  return rows.length > 0 ? rows : '';
}
