import { Component, type ComponentChildren } from "preact";

interface Props { of: unknown; instead: string; children: ComponentChildren }

/** A scene that cannot be drawn must not take the screen with it: the title of the evening stands there until the next one. */
export class Steady extends Component<Props, { failed: unknown }> {
  override state = { failed: undefined };

  override componentDidCatch(problem: unknown): void {
    console.error(problem);
    this.setState({ failed: this.props.of });
  }

  override render({ of, instead, children }: Props) {
    return this.state.failed === of && of !== undefined
      ? <section class="view"><h1 style={{ fontSize: "120px", whiteSpace: "normal", margin: "auto 0" }}>{instead}</h1></section>
      : children;
  }
}
