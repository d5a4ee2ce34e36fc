import { type ComponentChildren, type FunctionComponent, h } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A component whose script is fetched when it is first shown; meanwhile, or if it does not arrive, `standIn` is shown. */
export function lazy<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  standIn: (props: Props, hasFailed: boolean) => ComponentChildren,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Lazy(props) {
    const [hasFailed, setFailed] = useState(false);
    const [, showLoaded] = useState(loaded !== null);
    useEffect(() => {
      // Also when it is here by now: another place may have fetched it since this one was first shown.
      load().then(
        (component) => {
          loaded = component;
          showLoaded(true);
        },
        () => setFailed(true),
      );
    }, []);
    return loaded ? h(loaded, props) : standIn(props, hasFailed);
  };
}
