// Lets style sheets be imported; the build puts them into the page's own style sheet.
declare module '*.css';
