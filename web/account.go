package web

import (
	"html/template"
	"net/http"

	"mahdar/minutes"
)

// shell lays the look of the pages around one that the Guard has made.
func (s *Server) shell(w http.ResponseWriter, r *http.Request, status int, lang, title string, body template.HTML) error {
	v := &visit{Request: r, w: w, lang: minutes.English}
	if lang == string(minutes.Arabic) {
		v.lang = minutes.Arabic
	}
	return s.render(v, status, "shell", titleWords(title), body)
}
