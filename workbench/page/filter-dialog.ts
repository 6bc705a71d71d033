// Asks which values of a column a filter shall leave in view.
import { make } from './dom';
import type { PageWords } from './words';

export interface FilterChoice {
  text: string;
  shown: boolean;
}

/** Opens over the page; answers the texts to show, or null when the person changed their mind. */
export function askFilter(
  column: string,
  choices: FilterChoice[],
  words: PageWords,
): Promise<string[] | null> {
  const boxes = choices.map(({ shown }) => make('input', { type: 'checkbox', checked: shown }));
  const apply = make('button', { class: 'primary', value: 'apply' }, words.apply);
  const setAll = (checked: boolean): void => {
    for (const box of boxes) box.checked = checked;
    check();
  };
  const check = (): void => {
    apply.disabled = boxes.every((box) => !box.checked);
  };
  const plain = (text: string, onClick: () => void): HTMLButtonElement =>
    make('button', { type: 'button', class: 'text-button', click: onClick }, text);
  const dialog = make(
    'dialog',
    { class: 'filter-dialog', 'aria-labelledby': 'filter-title' },
    make(
      'form',
      { method: 'dialog' },
      make('h2', { id: 'filter-title' }, words.showOnly.replace('{column}', column)),
      make(
        'div',
        { class: 'filter-all' },
        plain(words.selectAll, () => setAll(true)),
        plain(words.selectNone, () => setAll(false)),
      ),
      make(
        'ul',
        { class: 'filter-values', change: check },
        ...choices.map(({ text }, i) =>
          make(
            'li',
            {},
            make('label', {}, boxes[i] as HTMLInputElement, text === '' ? words.blanks : text),
          ),
        ),
      ),
      make(
        'div',
        { class: 'filter-end' },
        make('button', { value: '', formnovalidate: true }, words.cancel),
        apply,
      ),
    ),
  );
  // The grid must not take the keys pressed here for its own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  document.body.append(dialog);
  check();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      const chosen = choices.filter((_choice, i) => boxes[i]?.checked).map(({ text }) => text);
      resolve(dialog.returnValue === 'apply' ? chosen : null);
    });
  });
}
