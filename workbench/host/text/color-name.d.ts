// The one thing that the package of colour names offers.
declare module 'color-name' {
  const names: Record<string, [red: number, green: number, blue: number] | undefined>;
  export default names;
}
