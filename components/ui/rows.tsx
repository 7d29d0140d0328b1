/** A list that may be long: all of it in the document while it is short, only what is in sight beyond that. */
import {
  measureElement,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { ComponentChildren, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** Below this, a plain list costs less than the arithmetic. */
const PLAIN_UP_TO = 60;

export interface RowsHandle {
  /** Brings the row into sight; its element exists on the next frame. */
  reveal(key: string): void;
}

export interface RowsProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  render: (item: T) => ComponentChildren;
  classOf?: (item: T) => string | undefined;
  /** Guess of a row's height in px, until it is measured. */
  estimate: (item: T) => number;
  /** What is in the document whatever is in sight: the row in hand keeps its focus while it is scrolled away. */
  keep?: string | null | undefined;
  label?: string;
  handle?: Ref<RowsHandle>;
}

export function Rows<T>(props: RowsProps<T>) {
  const [isLong, setLong] = useState(props.items.length > PLAIN_UP_TO);
  // Once long, it stays so: changing the way of drawing would move what is being read.
  if (!isLong && props.items.length > PLAIN_UP_TO) setLong(true);
  return isLong ? <LongRows {...props} /> : <PlainRows {...props} />;
}

function PlainRows<T>({ items, keyOf, render, classOf, label, handle }: RowsProps<T>) {
  useImperativeHandle(handle ?? null, () => ({ reveal: () => {} }), []);
  return (
    <ul class="rows" aria-label={label}>
      {items.map((item) => (
        <li key={keyOf(item)} class={classOf?.(item)}>
          {render(item)}
        </li>
      ))}
    </ul>
  );
}

type Options = VirtualizerOptions<Window, HTMLLIElement>;

function LongRows<T>({ items, keyOf, render, classOf, estimate, keep, label, handle }: RowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [, setDrawn] = useState(0);
  const [top, setTop] = useState(0);

  // The same functions for the same items: with new ones all places would be worked out anew at every step of scrolling.
  const keys = useRef(keyOf);
  keys.current = keyOf;
  const { indexOf, getItemKey } = useMemo(() => {
    let places: Map<string, number> | undefined;
    return {
      getItemKey: (index: number) => keys.current(items[index] as T),
      indexOf(key: string): number | undefined {
        places ??= new Map(items.map((item, index) => [keys.current(item), index]));
        return places.get(key);
      },
    };
  }, [items]);

  const options: Options = {
    count: items.length,
    getScrollElement: () => window,
    estimateSize: (index) => estimate(items[index] as T),
    getItemKey,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    measureElement,
    overscan: 6,
    scrollMargin: top,
    initialRect: { width: 400, height: 800 },
    rangeExtractor: (range) => {
      const shown = new Set<number>();
      const from = Math.max(0, range.startIndex - range.overscan);
      const to = Math.min(range.count - 1, range.endIndex + range.overscan);
      for (let index = from; index <= to; index++) shown.add(index);
      const kept = keep ? indexOf(keep) : undefined;
      if (kept !== undefined) shown.add(kept);
      return [...shown].sort((a, b) => a - b);
    },
    onChange: () => setDrawn((count) => count + 1),
  };
  const [virtual] = useState(() => new Virtualizer<Window, HTMLLIElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => {
    virtual._willUpdate();
    const offset = list.current?.getBoundingClientRect().top;
    if (offset !== undefined) setTop(Math.round(offset + window.scrollY));
  });
  useImperativeHandle(
    handle ?? null,
    () => ({
      reveal(key) {
        const index = indexOf(key);
        if (index !== undefined) virtual.scrollToIndex(index, { align: 'auto' });
      },
    }),
    [virtual, indexOf],
  );

  return (
    <ul class="rows long" ref={list} aria-label={label} style={{ height: `${virtual.getTotalSize()}px` }}>
      {virtual.getVirtualItems().map((place) => {
        const item = items[place.index] as T;
        return (
          <li
            key={place.key}
            class={classOf?.(item)}
            ref={virtual.measureElement}
            data-index={place.index}
            aria-posinset={place.index + 1}
            aria-setsize={items.length}
            style={{ transform: `translateY(${place.start - top}px)` }}
          >
            {render(item)}
          </li>
        );
      })}
    </ul>
  );
}
