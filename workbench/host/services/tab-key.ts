// The key under which a Sheet object keeps its tab, unseen by the add-on.
export const tabKey: unique symbol = Symbol('tab');
