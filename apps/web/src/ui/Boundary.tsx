// Keeps a fault in one part of the page (a piece of code that could not be fetched, a bug) from taking the rest with it.
import { Component, type ReactNode } from "react";

type BoundaryProps = { readonly fallback: ReactNode; readonly children: ReactNode };
type BoundaryState = { readonly hasFailed: boolean };

/** Shows `fallback` once something below has thrown. React itself reports the error to the console. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
