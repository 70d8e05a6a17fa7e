export const PROGRESS: string;
export class Progress {
  planned(
    plan: { mutantPlans: readonly { mutant: { coveredBy?: readonly string[] } }[] },
    sample: number,
  ): void;
  tested(mutant: { status: string; statusReason?: string }): void;
  line(seconds: number): string;
}
