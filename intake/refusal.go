package intake

import "fmt"

// Reason is why an input was refused or passed over, as a short key that
// reports count by.
type Reason string

// The reasons.
const (
	Missing     Reason = "missing"      // there is no such path
	Unreadable  Reason = "unreadable"   // no permission, a device, a read error
	Empty       Reason = "empty"        // no bytes, or nothing but blanks
	Binary      Reason = "binary"       // not text at all
	Encoding    Reason = "encoding"     // text in no encoding that fits
	TooLarge    Reason = "too-large"    // over a limit of size
	Bomb        Reason = "ratio"        // unpacks to far more than it weighs
	TooMany     Reason = "entries"      // an archive of too many entries
	TooDeep     Reason = "nesting"      // archives inside archives inside …
	Malformed   Reason = "malformed"    // does not keep to its own format
	NotArabic   Reason = "not-arabic"   // another script
	OtherTongue Reason = "language"     // Persian, Urdu, Kurdish, Pashto, …
	NoArticle   Reason = "no-article"   // a home page, a list, a login, a video
	NoArticles  Reason = "no-articles"  // a folder, archive or feed without any
	NoText      Reason = "no-text"      // a record without a text field
	Unsupported Reason = "unsupported"  // a known format that is not read
	Revisit     Reason = "revisit"      // WARC: the same answer as before
	NotResponse Reason = "not-response" // WARC: requests, metadata, …
	NotPage     Reason = "not-page"     // an image, a script, a sidecar beside articles
	HTTPStatus  Reason = "http-status"  // an answer that is an error or a redirect
	Unsafe      Reason = "unsafe"       // a path or an address that must not be followed
	Network     Reason = "network"      // the other side did not answer as it should
)

// Refusal is an input that yields no article: which, why, and what to do.
// It is an error, and its message is one sentence for the user.
type Refusal struct {
	Path   string // as Source.Path would be; "-" for standard input
	Reason Reason
	What   string // what is wrong, as the end of "PATH: …"
	Advice string // what to do, may be ""
	Err    error  // the cause, may be nil
}

// Error is "PATH: what is wrong; what to do".
func (r *Refusal) Error() string {
	p := r.Path
	if p == "-" {
		p = "standard input"
	}
	s := p + ": " + r.What
	if r.Advice != "" {
		s += "; " + r.Advice
	}
	return s
}

// Unwrap is the cause.
func (r *Refusal) Unwrap() error { return r.Err }

// refuse makes a refusal whose path the walk fills in.
func refuse(why Reason, advice, format string, args ...any) *Refusal {
	return &Refusal{Reason: why, What: fmt.Sprintf(format, args...), Advice: advice}
}

// kept is how many refusals a Report holds in full; all are counted.
const kept = 1000

// Report is what a walk did.
type Report struct {
	Articles int            // handed on
	Refused  map[Reason]int // inputs and records that should have been articles
	Skipped  map[Reason]int // passed over as they should be: sidecars, images, revisits
	Refusals []*Refusal     // the first thousand refusals, in order
}

// Failed is the number of refusals.
func (r *Report) Failed() int {
	n := 0
	for _, c := range r.Refused {
		n += c
	}
	return n
}
