/** Catches what a part of a page throws, so that the rest stays usable. */
import { Component, type ReactNode } from 'react';
import { sentenceOf } from '@/components/text/sentence-of';
import { Button } from './Button';
import { Message } from './Message';

interface State {
  error: unknown;
}

export class Boundary extends Component<{ what: string; children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <div style={{ padding: 'var(--space-4)' }}>
        <Message
          kind="error"
          action={<Button onClick={() => this.setState({ error: null })}>Try again</Button>}
        >
          {this.props.what} cannot be shown. {sentenceOf(this.state.error)}
        </Message>
      </div>
    );
  }
}
