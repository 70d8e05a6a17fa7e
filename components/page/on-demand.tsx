/**
 * A part of a page whose code is loaded when it is first shown. In place of `lazy` in `Suspense`: once a fallback was
 * drawn, even an empty one, React holds the content back for 300 ms, and code that comes with the extension is there
 * in a few.
 */
import { type ComponentType, useEffect, useReducer, useState } from 'react';

export interface OnDemand<Props extends object> {
  (props: Props): React.ReactNode;
  /** Loads the code ahead. What fails is reported where the part is shown. */
  preload(): void;
}

/**
 * @param load gives the component; asked again when it has failed and the part is shown anew
 * @returns a component that shows nothing until then; it throws what `load` threw, for the Boundary around it
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): OnDemand<Props> {
  let Part: ComponentType<Props> | undefined;
  let asked: Promise<void> | undefined;
  const ask = () => {
    asked ??= load().then(
      (component) => {
        Part = component;
      },
      (error) => {
        asked = undefined;
        throw error;
      },
    );
    return asked;
  };

  function Shown(props: Props) {
    const [, draw] = useReducer((times: number) => times + 1, 0);
    const [failure, setFailure] = useState<Error>();
    useEffect(() => {
      if (Part) return;
      let here = true;
      ask().then(
        () => here && draw(),
        (error) => here && setFailure(error instanceof Error ? error : new Error(String(error))),
      );
      return () => {
        here = false;
      };
    }, []);
    if (failure) throw failure;
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(Shown, { preload: () => void ask().catch(() => {}) });
}
