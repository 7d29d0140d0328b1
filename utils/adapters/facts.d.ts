declare module 'virtual:adapter-facts' {
  const facts: import('./registry').AdapterFacts[];
  export default facts;
}
