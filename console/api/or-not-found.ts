import { notFound } from '@tanstack/react-router';
import { isProblem } from './problem-message.ts';

/** For a route's loader: what the server does not have is "no such page", not a failure. */
export async function orNotFound<Found>(read: Promise<Found>): Promise<Found> {
  try {
    return await read;
  } catch (error) {
    throw isProblem(error, 'not_found') ? notFound() : error;
  }
}
