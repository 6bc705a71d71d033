// Reads the body of `POST /api/edit`. The documented names are canonical; other plain ways to say the same
// are understood too, because whoever tries the workbench from outside should not have to guess ours.
//
// A place of rows or columns is a number from 1, letters or a header's text (columns), or an address such as
// "C:D", "5:7", "C1". Names are compared without case, `_` and `-`. Fields nobody knows are ignored; the
// answer repeats the edit as it was read. Two fields that say different things are refused.
import type { EditRequest } from '../host/api';
import { Fields, KEYS } from './edit-fields';

/**
 * @param headersOf the texts in a tab's first row, for columns named by their header
 * @throws RequestError with the canonical fields when one is missing or two contradict each other
 */
export async function readEdit(
  body: unknown,
  headersOf: (sheet: string) => Promise<string[]>,
): Promise<EditRequest> {
  const fields = new Fields(body);
  const { op } = fields;
  const sheet = fields.sheet();
  if (/Columns$|^sort$|^filter$/.test(op)) fields.headers = await headersOf(sheet);
  switch (op) {
    case 'insertRows':
    case 'insertColumns':
    case 'deleteRows':
    case 'deleteColumns': {
      const { from, to } = fields.lines(true);
      return { op, sheet, at: from, count: to - from + 1 };
    }
    case 'moveRows':
    case 'moveColumns': {
      const { from, to } = fields.lines(false);
      return { op, sheet, at: from, count: to - from + 1, to: fields.target() };
    }
    case 'sort':
      return { op, sheet, ...fields.part(), column: fields.key(), ascending: fields.ascending() };
    case 'filter': {
      const show = fields.list(['show', 'values', 'visible', 'keep']);
      return {
        op,
        sheet,
        ...fields.part(),
        ...(fields.has(KEYS) ? { column: fields.key() } : {}),
        ...(show ? { show } : {}),
      };
    }
    case 'clearFilter':
    case 'addSheet':
    case 'deleteSheet':
    case 'hideSheet':
    case 'showSheet':
    case 'unprotect':
      return { op, sheet };
    case 'renameSheet':
      return { op, sheet, name: fields.text(['name', 'newname', 'to', 'title']) };
    case 'moveSheet':
      return { op, sheet, to: fields.place() };
    case 'freeze':
      return { op, sheet, ...fields.frozen() };
    case 'protect': {
      const description = fields.optionalText(['description']);
      const warningOnly = fields.flag(['warningonly', 'warning', 'warn']);
      return {
        op,
        sheet,
        ...fields.part(),
        ...(warningOnly === undefined ? {} : { warningOnly }),
        ...(description === undefined ? {} : { description }),
      };
    }
    case 'merge':
    case 'unmerge':
    case 'select':
      return { op, sheet, a1: fields.area() };
    case 'validate':
      return { op, sheet, a1: fields.area(), ...fields.rule() };
    case 'note':
      return { op, sheet, a1: fields.area(), text: fields.text(['text', 'note', 'value']) };
  }
}
