package web

import (
	"net/http"

	"mahdar/access"
)

// guard sets the headers that every answer has and refuses hosts that are not
// this machine.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		access.SecureHeaders(w.Header())
		if !s.opt.AnyHost && !access.Loopback(r.Host) {
			http.Error(w, "mahdar answers only to the names of this machine (localhost, 127.0.0.1)", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}
