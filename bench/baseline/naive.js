// The naive peer: a formula that reads the whole data tab and filters it, as tutorials show it.

function NAIVE_SENT(template, from, to) {
  return naiveRows(template, from, to).reduce((sum, row) => sum + row[11], 0);
}

function NAIVE_SPENT(template, from, to) {
  return naiveRows(template, from, to).reduce((sum, row) => sum + row[18], 0);
}

function NAIVE_COST_PER_CLICK(template, from, to) {
  const rows = naiveRows(template, from, to);
  const spent = rows.reduce((sum, row) => sum + row[18], 0);
  const clicks = rows.reduce((sum, row) => sum + row[15], 0);
  return clicks === 0 ? '' : spent / clicks;
}

function naiveRows(template, from, to) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('WA Daily');
  const rows = sheet.getDataRange().getValues();
  return rows
    .slice(1)
    .filter((row) => (template === '*' || row[5] === template) && row[0] >= from && row[0] <= to);
}
