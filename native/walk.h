/* One walk over a tree: what it has collected so far. */

#pragma once

#include "lexbor.h"

#define WALK "cleaner.walk"

enum { MOST_MARKS = 8, NAME_CHARS = 200, HEADINGS = 3, SEEN = 64, STRINGS = 512 };

/* The kinds of text, in the order of `Kind` in cleaner/model.py. */
enum { PARAGRAPH_TEXT, HEADING_TEXT, ITEM_TEXT, QUOTE_TEXT, CODE_TEXT, ROW_TEXT, CAPTION_TEXT, LABEL_TEXT };

/* What an element's attributes say. */
typedef struct {
    Bytes values[ASKED];
    unsigned given; /* those that are there, as bits */
    int any;
} Said;

/* A container of text, to become an Element. Names are NULL where there is none, and owned but `hidden`. */
typedef struct {
    PyObject *tag, *id, *classes, *role, *item, *hidden, *made;
    Py_ssize_t parent, depth, first, last;
    int kind, meaning;
} Box;

/* A run of text, to become a Block. */
typedef struct {
    PyObject *text, *marks; /* owned */
    Py_ssize_t box, links, link_chars, strong_chars;
    int kind, level;
} Run;

/* A tag whose name is no number. */
typedef struct {
    uintptr_t entry;
    PyObject *name;
    int meaning;
} Custom;

/* The sentence around a detached box: where its text begins, and whether it has any. */
typedef struct {
    size_t base;
    int filled;
} Around;

typedef struct {
    const Layout *layout;
    Box *boxes;
    Run *runs;
    char *text;     /* the inline content being collected, that of the sentences around it before it */
    Around *around;
    char *undo;     /* what has to be undone at the end of each open element */
    Custom *customs;
    size_t boxes_used, boxes_room, runs_used, runs_room, text_used, text_room, around_used, around_room, undo_used,
        undo_room, customs_used, customs_room;
    size_t at, base; /* the innermost box; where the content of the innermost sentence begins */
    int filled, bullet, abuts, links, bolds, lists;
    PyObject *marks[MOST_MARKS];
    int marks_used;
    struct {
        PyObject *string;
        int for_readers;
    } strings[STRINGS]; /* attribute values, each made once */
    int strings_used;
    struct {
        const char *data;
        PyObject *string;
        int for_readers;
    } last; /* value that was asked for */
    struct {
        uintptr_t entry;
        int asked;
    } seen[SEEN]; /* names of attributes */
    PyObject *title, *language, *canonical, *metas, *json_ld, *headings, *bylines, *dates;
} Walk;

/* Room for one more in one of the walk's arrays; 0 without memory. */
#define ROOM(walk, array) \
    ((walk)->array##_used < (walk)->array##_room || \
     native_grow((void **)&(walk)->array, &(walk)->array##_room, sizeof *(walk)->array))

/* All of these answer 0, with an exception set, where they fail. */
int native_grow(void **array, size_t *room, size_t size);
void native_ask(Walk *walk, const Tag *tag, Said *said);
int native_hiding(Walk *walk, int meaning, const Said *said, PyObject **reason);
int native_string(Walk *walk, Bytes value, PyObject **string, int *for_readers);
int native_open(Walk *walk, PyObject *name, int meaning, const Said *said);
int native_close(Walk *walk);
int native_flush(Walk *walk);
int native_fresh(Walk *walk);
int native_append(Walk *walk, const char *data, size_t size);
int native_row(Walk *walk, size_t row);
int native_note(Walk *walk, const Tag *tag, int meaning);
int native_remark(Walk *walk, const Tag *tag, int meaning, const Said *said);
PyObject *native_objects(Walk *walk);
Py_UCS4 native_letter(const char *data, size_t size, size_t *length);

/* What Python splits ASCII at. */
static inline int is_white(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f); }

static inline int has(const Said *said, int name) { return (int)(said->given >> name & 1) && said->values[name].size; }
