// The tab `WA Log`: one line a sync, at most 1,000 of them.
import type { LogEntry, LogTab } from '../app/ports';
import { LOG_COLUMNS, type LogColumn, TABS } from '../core/columns';
import type { HeaderLanguage } from '../texts/headers';
import { numberCell, textCell } from './cells';
import { civilTime } from './civil-time';
import { readText } from './read-cells';
import { segmentsOf } from './table-columns';
import { findTab, makeTab } from './tabs';
import type { Spreadsheet } from './types';
import { readWords } from './words';

const MOST_LINES = 1_000;
/** Lines are dropped by the hundred, so that a full log costs no call a sync. */
const DROP = 100;

export function createLogTab(
  spreadsheet: () => Spreadsheet,
  language: () => HeaderLanguage,
): LogTab {
  return {
    append(entry: LogEntry) {
      const book = spreadsheet();
      const words = readWords().sheet[language()];
      let sheet = findTab(book, TABS.log);
      if (!sheet) {
        sheet = makeTab(book, TABS.log);
        const header = sheet.getRange(1, 1, 1, LOG_COLUMNS.length);
        header.setValues([LOG_COLUMNS.map((key) => textCell(words.log[key]))]);
        header.setFontWeight('bold');
        sheet.getRange('A2:A').setNumberFormat('yyyy-mm-dd hh:mm:ss');
        sheet.setFrozenRows(1);
      }
      const [header = [], ...lines] = sheet.getDataRange().getValues();
      const columns = findLogColumns(header);
      // A person may have filled a column of their own further down than our lines go.
      const last = lastLine(lines, [...columns.values()]);
      if (last > MOST_LINES) sheet.deleteRows(2, DROP);
      const row = (last > MOST_LINES ? last - DROP : last) + 1;
      if (row > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), DROP);
      const zone = book.getSpreadsheetTimeZone();
      const line = {
        ...entry,
        when: civilTime(Date.parse(entry.when), zone),
        who: words.who[entry.who] ?? entry.who,
      };
      // A column a person inserted is theirs; one of ours that they deleted stays deleted.
      for (const { column, keys } of segmentsOf(columns)) {
        const cells = keys.map((key) => {
          const value = line[key];
          return typeof value === 'number' ? numberCell(value) : textCell(value);
        });
        sheet.getRange(row, column, 1, cells.length).setValues([cells]);
      }
    },
  };
}

/** Row of the last line with anything in columns of ours. */
function lastLine(lines: readonly (readonly unknown[])[], columns: readonly number[]): number {
  const isOurs = (line: readonly unknown[]): boolean =>
    columns.some((column) => line[column - 1] !== '');
  return 1 + lines.reduce((last, line, i) => (isOurs(line) ? i + 1 : last), 0);
}

function findLogColumns(header: readonly unknown[]): Map<LogColumn, number> {
  const found = new Map<LogColumn, number>();
  const titles = Object.values(readWords().sheet).map(({ log }) => log);
  header.forEach((cell, i) => {
    const title = readText(cell).trim();
    const key = LOG_COLUMNS.find((one) => titles.some((log) => log[one] === title));
    if (key && !found.has(key)) found.set(key, i + 1);
  });
  return found;
}
