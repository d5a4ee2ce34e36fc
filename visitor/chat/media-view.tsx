import { type Card, readMedia } from './read-media.ts';

export interface MediaProps {
  /** As the message holds it, unread. */
  readonly media: unknown;
}

/** A message's image, video or row of cards. */
export function MediaView(props: MediaProps) {
  const media = readMedia(props.media);
  if (!media) return null;
  switch (media.kind) {
    case 'image':
      return <img class="picture" src={media.url} alt={media.alt} loading="lazy" />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: captions are part of the author's own video file
      return <video class="picture" src={media.url} aria-label={media.alt} controls preload="metadata" playsInline />;
    case 'cards':
      return (
        <ul class="cards">
          {media.cards.map((card) => (
            <li key={card} class="card-slot">
              <CardView card={card} />
            </li>
          ))}
        </ul>
      );
  }
}

function CardView({ card }: { card: Card }) {
  const content = (
    <>
      {card.imageUrl && <img src={card.imageUrl} alt="" loading="lazy" />}
      <strong dir="auto">{card.title}</strong>
      {card.text && <span dir="auto">{card.text}</span>}
    </>
  );
  return card.url ? (
    <a class="media-card" href={card.url} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  ) : (
    <div class="media-card">{content}</div>
  );
}
