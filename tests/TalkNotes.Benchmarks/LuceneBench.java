import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.MMapDirectory;

/** Optional equipment of the benchmark: indexes a file of passages, one a line, and answers queries from its input with the milliseconds they took. */
public class LuceneBench {
    public static void main(String[] args) throws Exception {
        Path index = Paths.get(args[0]);
        try (MMapDirectory directory = new MMapDirectory(index)) {
            if (!DirectoryReader.indexExists(directory)) {
                build(directory, Paths.get(args[1]));
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setQueryCache(null);
                System.out.println("ready " + reader.numDocs());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] parts = line.split("\t", 2);
                    long start = System.nanoTime();
                    searcher.search(query(parts[0], parts[1].split(" ")), 20);
                    System.out.println((System.nanoTime() - start) / 1e6);
                }
            }
        }
    }

    private static void build(MMapDirectory directory, Path corpus) throws IOException {
        FieldType text = new FieldType(TextField.TYPE_NOT_STORED);
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(256));
             BufferedReader lines = Files.newBufferedReader(corpus)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Document document = new Document();
                document.add(new Field("text", line, text));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static Query query(String kind, String[] words) {
        if (kind.equals("phrase")) {
            return new PhraseQuery("text", words);
        }
        if (kind.equals("prefix")) {
            return new PrefixQuery(new Term("text", words[0]));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : new LinkedHashSet<>(Arrays.asList(words))) {
            all.add(new TermQuery(new Term("text", word)), kind.equals("all") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }
}
