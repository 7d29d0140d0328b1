import { Component, type ComponentChildren } from 'preact';

interface BoundaryProps {
  /** What stands there instead; another `key` tries again. */
  instead: ComponentChildren;
  children: ComponentChildren;
}

/** A screen that breaks takes only itself away: head, foot and undo go on. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(reason: unknown): void {
    // For whoever looks at the console; nothing of it leaves the machine.
    console.error(reason);
  }

  render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
