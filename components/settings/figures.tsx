/** What is so, in pairs: what it is, and its figure in words. */
export function Figures({ rows }: { rows: readonly (readonly [what: string, figure: string])[] }) {
  return (
    <dl class="figures">
      {rows.map(([what, figure]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
