package web

import _ "embed"

//go:embed rooms.tsv
var roomsTSV string

//go:embed units.tsv
var unitsTSV string

// roomRoutes are pages that look at the record as a whole: where, and who of
// what.
func (s *Server) roomRoutes(m map[string]func(*visit) error) {
	m["GET /places"] = s.showPlaces
}
