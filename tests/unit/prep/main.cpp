// SPDX-License-Identifier: GPL-3.0-or-later
#include "newstests.h"
#include "tests.h"

#include <QGuiApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    RoleTest role;
    CareerTest career;
    BriefTest brief;
    SimilaritiesTest similarities;
    QuestionsTest questions;
    PrintableTextTest printableText;
    TimelineTest timeline;
    PrepPdfTest prepPdf;
    PrepLayoutTest prepLayout;
    PdfHostileTest pdfHostile;
    GroundedQuestionsTest grounded;
    NewsFilterTest newsFilter;
    NewsTextTest newsText;
    NewsClientTest newsClient;
    NewsFeedsTest newsFeeds;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {
                 &role, &career, &brief, &similarities, &questions, &printableText, &timeline, &prepPdf,
                 &prepLayout, &pdfHostile, &grounded, &newsFilter, &newsText, &newsClient, &newsFeeds}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
