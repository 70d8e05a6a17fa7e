/** What commands of LaTeX print, as Unicode: those that bibliographies hold. */

/** Accents over the letter behind them, as combining marks. */
export const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307' },
  ...{
    '"': '\u0308',
    u: '\u0306',
    r: '\u030a',
    H: '\u030b',
    v: '\u030c',
    d: '\u0323',
    c: '\u0327',
  },
  ...{ k: '\u0328', b: '\u0331', t: '\u0361', h: '\u0309' },
};

/** "NAME sign", parted by blanks. */
const table = (list: string): [string, string][] =>
  list
    .trim()
    .split(/\s+/)
    .map((one) => one.split('=') as [string, string]);

const LETTERS = `
  o=ø O=Ø l=ł L=Ł ss=ß SS=ẞ ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=i j=j dh=ð DH=Ð dj=đ DJ=Đ th=þ TH=Þ ng=ŋ NG=Ŋ
  textdotlessi=ı S=§ P=¶ copyright=© pounds=£ euro=€ texteuro=€ EUR=€ textsterling=£ dag=† ddag=‡
  textregistered=® texttrademark=™ textdegree=° textendash=– textemdash=— textquoteleft=‘
  textquoteright=’ textquotedblleft=“ textquotedblright=” textquotesingle=' textquotedbl=" guillemotleft=«
  guillemotright=» flqq=« frqq=» textellipsis=… dots=… ldots=… cdots=… textbackslash=\\ textasciitilde=~
  textasciicircum=^ textbar=| textless=< textgreater=> textunderscore=_ textdollar=$ textperiodcentered=·
  textbullet=• textmu=µ textordfeminine=ª textordmasculine=º textexclamdown=¡ textquestiondown=¿
  LaTeX=LaTeX TeX=TeX BibTeX=BibTeX
`;
const GREEK = `
  alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ
  lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω
  Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω
`;
const MATHS = `
  times=× div=÷ pm=± mp=∓ cdot=· leq=≤ le=≤ geq=≥ ge=≥ neq=≠ ne=≠ approx=≈ sim=∼ simeq=≃ equiv=≡ infty=∞
  rightarrow=→ to=→ leftarrow=← leftrightarrow=↔ Rightarrow=⇒ uparrow=↑ downarrow=↓ circ=° degree=° prime=′
  sqrt=√ sum=∑ partial=∂ nabla=∇ in=∈ subset=⊂ cup=∪ cap=∩ forall=∀ exists=∃ ell=ℓ star=⋆ ast=* bullet=•
  lt=< gt=>
`;

export const SIGNS: ReadonlyMap<string, string> = new Map([
  ...table(LETTERS),
  ...table(GREEK),
  ...table(MATHS),
]);
