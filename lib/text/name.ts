/** Structurally the model's Author: a person by family and given name, or a name as it stands. */
export interface Name {
  family?: string;
  given?: string;
  literal?: string;
}
