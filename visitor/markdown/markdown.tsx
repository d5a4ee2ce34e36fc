import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Inline } from './parse-inline.ts';
import { type Block, parseMarkdown } from './parse-markdown.ts';

/** How a run of plain words is shown. */
export type ShowWords = (words: string) => ComponentChildren;

/** A message's text, formatted. Built from elements only: no markup of the text itself ever reaches the page. */
export function Markdown({ text, showWords = asWritten }: { text: string; showWords?: ShowWords }) {
  return useMemo(
    () => (
      <div class="text" dir="auto">
        {parseMarkdown(text).map(showBlocksWith(showWords))}
      </div>
    ),
    [text, showWords],
  );
}

const asWritten: ShowWords = (words) => words;

function showBlocksWith(showWords: ShowWords): (block: Block) => ComponentChildren {
  return showBlock;

  function showBlock(block: Block): ComponentChildren {
    switch (block.kind) {
      case 'paragraph':
        return <p>{block.content.map(showInline)}</p>;
      // A message has no place in the page's outline, so its headings are only strong.
      case 'heading':
        return (
          <p class="heading">
            <strong>{block.content.map(showInline)}</strong>
          </p>
        );
      case 'code':
        return (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
          <pre dir="ltr" tabIndex={0}>
            <code>{block.text}</code>
          </pre>
        );
      case 'quote':
        return <blockquote>{block.blocks.map(showBlock)}</blockquote>;
      case 'list': {
        const items = block.items.map((item) => (
          <li key={item} dir="auto">
            {item.map(showItemBlock)}
          </li>
        ));
        return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
      }
      case 'rule':
        return <hr />;
    }
  }

  /** Paragraphs of a list item stand without the space around those of a text. */
  function showItemBlock(block: Block): ComponentChildren {
    return block.kind === 'paragraph' ? <span class="item">{block.content.map(showInline)}</span> : showBlock(block);
  }

  function showInline(inline: Inline): ComponentChildren {
    switch (inline.kind) {
      case 'text':
        return showWords(inline.text);
      case 'code':
        return <code>{inline.text}</code>;
      case 'break':
        return <br />;
      case 'strong':
        return <strong>{inline.content.map(showInline)}</strong>;
      case 'emphasis':
        return <em>{inline.content.map(showInline)}</em>;
      case 'deleted':
        return <del>{inline.content.map(showInline)}</del>;
      case 'link':
        return (
          <a href={inline.href} target="_blank" rel="noopener noreferrer">
            {inline.content.map(showInline)}
          </a>
        );
    }
  }
}
