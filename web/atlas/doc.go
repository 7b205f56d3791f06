// Package atlas draws outlines of the world: land and the lines between
// countries as path data of an SVG, cut to a View of it, after Mercator.
//
// The outlines are Natural Earth's (public domain), made by tools/outline. The
// lines between countries are where Natural Earth finds them to be in fact and
// say nothing about claims. The package knows no names and no places: it tells
// where on a View a place lies, and nothing else.
package atlas
