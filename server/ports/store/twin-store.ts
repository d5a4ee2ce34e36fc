import type { TwinId } from '../../../core/ids.ts';
import type { TwinContent } from '../../../core/twin/twin.ts';
import type { SubjectReader, SubjectRecord, SubjectWriter } from './subject-store.ts';

export type TwinRecord = SubjectRecord<TwinId, TwinContent>;
export type TwinReader = SubjectReader<TwinId, TwinContent>;
export type TwinWriter = SubjectWriter<TwinId, TwinContent>;
