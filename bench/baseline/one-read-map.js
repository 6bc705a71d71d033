// The usual peer for many questions at once: reads the whole data tab once and looks rows up in a Map.

function MAP_SENT(templates, starts, ends) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('WA Daily');
  const byTemplate = new Map();
  for (const row of sheet.getDataRange().getValues().slice(1)) {
    const known = byTemplate.get(row[5]);
    if (known) known.push(row);
    else byTemplate.set(row[5], [row]);
  }
  return templates.map(([template]) =>
    starts[0].map((from, i) =>
      (byTemplate.get(template) || []).reduce(
        (sum, row) => (row[0] >= from && row[0] <= ends[0][i] ? sum + row[11] : sum),
        0,
      ),
    ),
  );
}
