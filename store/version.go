package store

import "context"

// Version differs after every change of the record by anybody, decisions among
// them; 0 where the store beneath cannot tell.
func (v *View) Version(ctx context.Context) int64 {
	if s, ok := v.Store.(Versioned); ok {
		return s.Version(ctx)
	}
	return 0
}
