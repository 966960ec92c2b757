/* The figures of the containers that a block stands in: the twin of cleaner/scoring/containers.py. */

#include <math.h>

#include "judge.h"

#define PROSE 80 /* characters */
#define LEVELS 4 /* containers above a block's own that are judged as regions */

/* What there is to know of a tag. */
typedef struct {
    double code;
    int flag, seen; /* seen: landmarks of this tag so far */
} Tag;

/* A number of a dictionary, 0 where it has none. */
static double number_of(PyObject *table, PyObject *key)
{
    PyObject *found = PyDict_GetItemWithError(table, key);
    return found == NULL ? 0.0 : PyFloat_AsDouble(found);
}

/* The tags of the page by their numbers; NULL and an exception where there is no memory. */
static Tag *tags_of(const Look *look)
{
    const Strings *tags = &look->page.tags;
    Tag *made = PyMem_Malloc(((size_t)tags->count + 1) * sizeof(Tag));
    if (made == NULL)
        PyErr_NoMemory();
    for (int at = 0; made != NULL && at < tags->count; at++)
        made[at] = (Tag){
            number_of(look->judge->tags, tags->string[at]), (int)number_of(look->judge->flags, tags->string[at]), 0,
        };
    return made;
}

/* The flag of a container's role, or of its tag where it has none that says the same as a tag. */
static int role_flag(const Judge *judge, const PageElement *element, int of_tag)
{
    if (PyUnicode_GET_LENGTH(element->role) == 0)
        return of_tag;
    PyObject *tag = PyDict_GetItemWithError(judge->roles, element->role);
    return tag == NULL ? of_tag : (int)number_of(judge->flags, tag);
}

/* What a container's names weigh; those of a class attribute alone, which many share, are weighed once. */
static Weight element_weight(Look *look, const PageElement *element, Weight *of_classes, char *weighed)
{
    PyObject *classes = look->page.classes.string[element->classes];
    PyObject *names[] = {classes, element->id, element->itemprop};
    if (PyUnicode_GET_LENGTH(element->id) || PyUnicode_GET_LENGTH(element->itemprop))
        return names_weight(&look->judge->names, names, 3, look->seen, ++look->turn);
    if (!weighed[element->classes]) {
        weighed[element->classes] = 1;
        of_classes[element->classes] = names_weight(&look->judge->names, names, 1, look->seen, ++look->turn);
    }
    return of_classes[element->classes];
}

Weight marks_weight(Look *look, PyObject *marks)
{
    return names_weight(&look->judge->names, &marks, 1, look->seen, ++look->turn);
}

/* The context of a container whose parent's is known. */
static Context context_of(Look *look, int at, Tag *tags, Weight weight)
{
    const PageElement *element = &look->page.element[at];
    Tag *tag = &tags[element->tag];
    int flags = tag->flag | role_flag(look->judge, element, tag->flag) |
                (element->hidden ? look->judge->hidden : 0) | (weight.marked ? look->judge->comments : 0);
    double own = (double)weight.sum / 100.0;
    const Context *above = element->parent < 0 ? NULL : &look->context[element->parent];
    if (above == NULL || !above->known)
        return (Context){own, weight.sum, weight.low, weight.high, flags, at, 0, 1};
    int landmark = above->landmark, number = above->number;
    if (flags & look->judge->landmarks) {
        landmark = at;
        number = tag->seen++;
    }
    return (Context){
        own + 0.8 * above->chain, weight.sum, weight.low < above->low ? weight.low : above->low,
        weight.high > above->high ? weight.high : above->high, flags | above->flags, landmark, number, 1,
    };
}

static int look_at_contexts(Look *look, Tag *tags)
{
    const PageData *page = &look->page;
    Weight *of_classes = PyMem_Malloc(((size_t)page->classes.count + 1) * sizeof(Weight));
    char *weighed = PyMem_Calloc((size_t)page->classes.count + 1, 1);
    if (of_classes == NULL || weighed == NULL)
        PyErr_NoMemory();
    for (Py_ssize_t at = 0; !PyErr_Occurred() && at < page->elements; at++) {
        const PageElement *element = &page->element[at];
        look->context[at].known = 0;
        if (element->first >= element->last && element->parent >= 0 && look->context[element->parent].known)
            continue;
        Weight weight = element_weight(look, element, of_classes, weighed);
        look->context[at] = context_of(look, (int)at, tags, weight);
    }
    PyMem_Free(of_classes);
    PyMem_Free(weighed);
    return PyErr_Occurred() ? -1 : 0;
}

/* The running sums of the blocks' characters, those in links, those of prose, and their sentences. */
static int add_up(Look *look)
{
    Py_ssize_t blocks = look->page.blocks;
    double **sums[] = {&look->size, &look->link, &look->prose, &look->ends};
    for (int at = 0; at < 4; at++)
        if ((*sums[at] = PyMem_Calloc((size_t)blocks + 1, sizeof(double))) == NULL)
            return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < blocks; at++) {
        const Facts *fact = &look->fact[at];
        double chars = (double)PyUnicode_GET_LENGTH(look->page.block[at].text);
        int sentences = fact->link_share < 0.5 ? fact->ends : 0;
        look->size[at + 1] = look->size[at] + chars;
        look->link[at + 1] = look->link[at] + chars * fact->link_share;
        look->prose[at + 1] = look->prose[at] + (sentences && chars > PROSE ? chars : 0.0);
        look->ends[at + 1] = look->ends[at] + (double)sentences;
    }
    return 0;
}

/* What is the same for all blocks of a page. */
static void look_at_page(Look *look)
{
    const PageData *page = &look->page;
    Py_ssize_t blocks = page->blocks;
    int articles = 0;
    double in_comments = 0.0; /* whole numbers: the order of their sum is one */
    for (Py_ssize_t at = 0; at < blocks; at++)
        if (look->context[page->block[at].element].flags & look->judge->comments)
            in_comments += look->prose[at + 1] - look->prose[at];
    int article = -1;
    for (int at = 0; at < page->tags.count; at++)
        if (PyUnicode_CompareWithASCIIString(page->tags.string[at], "article") == 0)
            article = at;
    for (Py_ssize_t at = 0; at < page->elements; at++)
        articles += page->element[at].tag == article;
    double prose = look->prose[blocks], size = look->size[blocks];
    look->about[0] = log(1.0 + (double)blocks);
    look->about[1] = log(1.0 + prose);
    look->about[2] = look->link[blocks] / (size ? size : 1.0);
    look->about[3] = in_comments / (prose ? prose : 1.0);
    look->about[4] = articles;
}

int look_at_containers(Look *look)
{
    size_t elements = (size_t)look->page.elements;
    look->context = PyMem_Malloc(elements * sizeof(Context));
    look->region = PyMem_Malloc(elements * sizeof(*look->region));
    look->has_region = PyMem_Calloc(elements, 1);
    look->seen = PyMem_Calloc((size_t)look->judge->names.count + 1, sizeof(int));
    Tag *tags = tags_of(look);
    if (look->context == NULL || look->region == NULL || look->has_region == NULL || look->seen == NULL)
        PyErr_NoMemory();
    int done = PyErr_Occurred() || look_at_contexts(look, tags) < 0 || add_up(look) < 0 ? -1 : 0;
    if (done == 0) {
        for (size_t at = 0; at < elements; at++)
            look->page.element[at].code = (float)tags[look->page.element[at].tag].code;
        look_at_page(look);
    }
    PyMem_Free(tags);
    return done;
}

/* A container's share of the page's prose, its links, blocks, mean block and sentences. */
static double *region_row(Look *look, int at, double *row)
{
    double *region = look->region[at];
    if (!look->has_region[at]) {
        int first = look->page.element[at].first, last = look->page.element[at].last, blocks = last - first;
        double prose = look->prose[look->page.blocks], size = look->size[last] - look->size[first];
        region[PROSE_SHARE] = (look->prose[last] - look->prose[first]) / (prose ? prose : 1.0);
        region[LINK_SHARE] = (look->link[last] - look->link[first]) / (size ? size : 1.0);
        region[BLOCKS] = log(1.0 + (double)blocks);
        region[MEAN_SIZE] = log(1.0 + size / (double)(blocks ? blocks : 1));
        region[SENTENCES] = log(1.0 + look->ends[last] - look->ends[first]);
        look->has_region[at] = 1;
    }
    memcpy(row, region, REGION_FACTS * sizeof(double));
    return row + REGION_FACTS;
}

/* How many containers up one stands that also holds the page's title; -1 where no block is the title. */
static double from_title(const Look *look, int at)
{
    if (look->title_at < 0)
        return -1.0;
    double up = 0.0;
    for (; at >= 0; at = look->page.element[at].parent) {
        const PageElement *element = &look->page.element[at];
        if (element->first <= look->title_at && look->title_at < element->last)
            break;
        up += 1.0;
    }
    return up;
}

double *container_row(Look *look, int at, double *row)
{
    const PageElement *element = &look->page.element[at];
    const PageElement *parent = element->parent < 0 ? NULL : &look->page.element[element->parent];
    const Context *context = &look->context[at];
    const Context *above = parent == NULL ? NULL : &look->context[element->parent];
    
    *row++ = element->code;
    *row++ = parent == NULL ? -1.0 : parent->code;
    *row++ = element->depth;
    *row++ = (double)context->own / 100.0;
    *row++ = above == NULL || !above->known ? 0.0 : (double)above->own / 100.0;
    *row++ = context->chain;
    *row++ = (double)context->low / 100.0;
    *row++ = (double)context->high / 100.0;
    for (int bit = 1; bit <= look->judge->comments; bit <<= 1)
        *row++ = (context->flags & bit) != 0;
    *row++ = from_title(look, at);
    *row++ = context->number;
    for (int level = 0; level < LEVELS; level++) {
        at = look->page.element[at].parent < 0 ? at : look->page.element[at].parent;
        row = region_row(look, at, row);
    }
    return region_row(look, context->landmark, row);
}
