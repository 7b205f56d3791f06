package store

import "errors"

// ErrUnknown is returned where nothing bears the id asked for.
var ErrUnknown = errors.New("there is nothing of this id in the record")

// Refusal is a database that is not opened: which, why, and what to do. Its
// message is one sentence for the user.
type Refusal struct {
	Path   string
	What   string
	Advice string
	Err    error // the cause, may be nil
}

func (r *Refusal) Error() string {
	s := r.Path + ": " + r.What
	if r.Advice != "" {
		s += "; " + r.Advice
	}
	return s
}

// Unwrap is the cause.
func (r *Refusal) Unwrap() error { return r.Err }
