/** Structurally the model's Author: a person by family and given name and "Jr.", or an undivided name. */
export interface Name {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
}
