// Teaches the formula editor's hints, colours and suggestions to read `;` between arguments.
import type { Injector } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/preset-sheets-core';
import { semicolonsToCommas, separatorsOf } from './semicolons';

export function teachEditor(injector: Injector): void {
  const lexer = injector.get(LexerTreeBuilder);
  const readNodes = lexer.sequenceNodesBuilder.bind(lexer);
  lexer.sequenceNodesBuilder = (formula) => {
    const changed = semicolonsToCommas(formula);
    const nodes = readNodes(changed);
    if (!nodes || changed === formula) return nodes;
    // The nodes are put together to text again when a reference is chosen with the mouse.
    const separators = separatorsOf(formula, changed);
    if (nodes.filter((node) => node === ',').length !== separators.length) return nodes;
    let next = 0;
    return nodes.map((node) => (node === ',' ? (separators[next++] as string) : node));
  };
  const readParameter = lexer.getFunctionAndParameter.bind(lexer);
  lexer.getFunctionAndParameter = (formula, index) =>
    readParameter(semicolonsToCommas(formula), index);
  const countBrackets = lexer.checkIfAddBracket.bind(lexer);
  lexer.checkIfAddBracket = (formula) => countBrackets(semicolonsToCommas(formula));
}
