/* What the walk reads of a tree of lexbor, the HTML parser: the words of its nodes, as far as they are needed.
   Nothing of it is believed before native/layout.c has compared it with what the parser says of a tree in public. */

#pragma once

#include "native.h"

typedef struct Node Node;
typedef struct Attribute Attribute;

/* UTF-8. */
typedef struct {
    const char *data;
    size_t size;
} Bytes;

enum { ELEMENT = 1, ATTRIBUTE = 2, TEXT = 3 };

struct Node {
    void *events;
    uintptr_t name; /* of a tag or an attribute: a number where lexbor knows it, else the address of its entry */
    uintptr_t prefix, space;
    void *document;
    Node *next, *before, *parent, *first, *last;
    void *user;
    int type;
};

typedef struct {
    Node node;
    uintptr_t upper, written; /* names: in capitals; as they were written, where that is not how they are kept */
    void *is;
    Attribute *first, *last;
} Tag;

struct Attribute {
    Node node;
    uintptr_t upper, written;
    const Bytes *value;
    Node *owner;
    Attribute *next, *before;
};

typedef struct {
    Node node;
    Bytes text;
} Text;

/* A name that lexbor met in the page. */
typedef struct {
    union {
        char near[17];
        const char *far;
    } name;
    size_t size;
} Entry;

static inline Bytes name_of(uintptr_t entry)
{
    const Entry *found = (const Entry *)entry;
    return (Bytes){found->size > 16 ? found->name.far : found->name.near, found->size};
}

/* The attributes that the reader asks for. */
enum {
    ID, CLASS, ROLE, ITEMPROP, REL, HIDDEN, STYLE, ARIA_HIDDEN, OPEN, DATETIME, LANG, PROPERTY, NAME, HTTP_EQUIV,
    CONTENT, HREF, TYPE, POPOVER, ASKED,
};

/* What a tag means, as bits: `SETS` in cleaner/read/layout.py, in their order; then the kind of its
   text and its level. */
enum {
    BLOCK = 1, LIST = 2, SKIPPED = 4, DETACHED = 8, BOLD = 16, CELL = 32, LINE_BREAK = 64, LINK = 128, TIME = 256,
    ROW = 512, LIST_ITEM = 1 << 10, TITLE = 1 << 11, META = 1 << 12, LINK_IN_HEAD = 1 << 13, SCRIPT = 1 << 14,
    NOSCRIPT = 1 << 15, DIALOG = 1 << 16, H1 = 1 << 17, CUSTOM = 1 << 18, KIND = 20, LEVEL = 24,
};

/* Why a browser would not show an element. */
enum { BY_ATTRIBUTE, BY_DISPLAY, BY_VISIBILITY, FROM_READERS, FOR_READERS, BY_NOSCRIPT, CLOSED, POPPED, REASONS };

/* What the walk needs of Python: `NEEDS` in cleaner/read/layout.py, in its order. */
enum {
    MAKE_ELEMENT, MAKE_BLOCK, KINDS, MEANINGS, WANTED, READERS, SIGNS, FOLDED, PREFORMATTED, STYLE_HIDES,
    ARE_FOR_READERS, AS_WRITTEN, NEEDS,
};

#define LAYOUT "cleaner.layout"
enum { NUMBERS = 512, MOST_READERS = 32 }; /* more than the numbers that lexbor gives to names */

/* What is known of the parser, and what the walk needs of Python; made once by layout(). */
typedef struct {
    struct {
        PyObject *name; /* NULL: not known */
        int meaning;
    } tags[NUMBERS];
    unsigned char attributes[NUMBERS]; /* which of those that are asked for, and one; 0: none */
    int as_written;                    /* whether attributes go by the name as it was written */
    PyObject *needs[NEEDS], *reasons[REASONS], *space, *bar, *empty, *root, *lower;
    Bytes readers[MOST_READERS]; /* the class names READERS */
} Layout;

int native_asked(Bytes name);
int native_is_ascii(Bytes text);
int native_meaning(const Layout *layout, PyObject *name);
