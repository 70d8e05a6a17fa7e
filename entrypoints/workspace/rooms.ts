/** The rooms of the workspace, each loaded when it is entered. */
import { type OnDemand, onDemand } from '@/components/page/on-demand';
import type { RoomProps } from './room-props';
import type { RoomId } from './use-route';

export const rooms: Record<RoomId, OnDemand<RoomProps>> = {
  map: onDemand(async () => (await import('./rooms/MapRoom')).MapRoom),
  statements: onDemand(async () => (await import('./rooms/StatementsRoom')).StatementsRoom),
  papers: onDemand(async () => (await import('./rooms/PapersRoom')).PapersRoom),
  codebooks: onDemand(async () => (await import('./rooms/CodebooksRoom')).CodebooksRoom),
  exchange: onDemand(async () => (await import('./rooms/ExchangeRoom')).ExchangeRoom),
  settings: onDemand(async () => (await import('./rooms/SettingsRoom')).SettingsRoom),
};
