/** The rooms of the workspace, each loaded when it is entered. */
import { type OnDemand, onDemand } from '@/components/page/on-demand';
import type { RoomProps } from './room-props';
import type { RoomId } from './use-route';

export const rooms: Record<RoomId, OnDemand<RoomProps>> = {
  map: onDemand(async () => (await import('./rooms/map/MapRoom')).MapRoom),
  statements: onDemand(
    async () => (await import('./rooms/statements/StatementsRoom')).StatementsRoom,
  ),
  papers: onDemand(async () => (await import('./rooms/papers/PapersRoom')).PapersRoom),
  codebooks: onDemand(async () => (await import('./rooms/codebooks/CodebooksRoom')).CodebooksRoom),
  exchange: onDemand(async () => (await import('./rooms/exchange/ExchangeRoom')).ExchangeRoom),
  settings: onDemand(async () => (await import('./rooms/settings/SettingsRoom')).SettingsRoom),
};
