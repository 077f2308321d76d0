"""Given names, as a help to tell people from companies; nobody's name has to be among them."""

from __future__ import annotations

from coach.services.checking.words import vocabulary

GIVEN = vocabulary(
    """aaron abby abdul abdullah abebe abel abigail abraham ada adam adaora ade adele aditi aditya
    adnan adrian adriana agnes agnieszka agus ahmad ahmed aidan aiden aino aisha akash akira
    aksel akshay alan alana alastair albert alberto alejandra alejandro aleksander aleksandr
    aleksandra alessandra alessandro alex alexa alexander alexandra alexandre alexei alexis
    alfie alfonso alfred alfredo alice alicia alina alisha alison allan allison alma alvaro
    alyssa amanda amara amelia amelie amina amir amit amrita amy ana ananya anastasia anders
    andre andrea andreas andrei andres andrew andrzej andy angela angelica angelina angus anh
    anil anita anja anjali anke ankit ann anna annabel anne annette annika antoine anton antonia
    antonio anya aoife archie ariana arjun armando arne arnold arthur arturo arun arvind asha
    ashley ashok astrid aurelie aurora ayesha aylin ayodele ayse barbara bart bartek basil
    beatrice beatriz becky belinda bella ben benedict benjamin benoit bernadette bernard bernd
    bernhard bert beth bethany betty bhavna bianca birgit birgitta bjarne bjorn bob bobby bogdan
    boris brad bradley brandon brenda brendan brent brett brian bridget brigitte britta brooke
    bruce bruno bryan budi burak caitlin caleb callum cameron camila camille carina carl carla
    carlo carlos carmen carol carola carolina caroline carolyn carrie casper cassandra catalina
    catarina caterina catherine cathy cecile cecilia cedric celia celine cem cesar chandra
    chantal charles charlie charlotte chen cheryl chiara chidi chinedu chioma chloe chris
    christa christian christiane christina christine christoph christophe christopher cindy
    claire clara clarissa claude claudia claudio claus clemens clement cleo clive colette colin
    connor conrad constance cora cordelia corinna corinne cornelia craig cristian cristina
    curtis cynthia cyril dagmar daisy damian damien dan dana daniel daniela daniele danielle
    danny daphne daria dario darren dave david davide debbie deborah deepak deirdre denis denise
    deniz dennis derek dermot desiree devi dewi diana diane diego dieter dilip dimitri dimitris
    dina dinesh dirk divya dmitri dmitry dolores dominic dominik dominique donald donna dora
    doris dorothea dorothy doug douglas dragan duncan dylan eamon ebony ed eddie edgar edith
    edmund eduardo edward edwin eero eileen elaine eleanor elena eleni elias elif elina elisa
    elisabeth elise eliza elizabeth ella ellen ellie eloise elsa elspeth emanuel emeka emil
    emilia emilie emilio emily emine emma emmanuel emre enrico enrique eric erica erich erik
    erika erin ernest esme esteban estelle esther ethan eugene eva eve evelyn ewa fabian fabio
    fabrice fahad faisal fang farah farid fatima fatma fatou federico felicia felicity felipe
    felix femi ferdinand fernanda fernando filip filippo fiona flavia fleur florence florian
    frances francesca francesco francis francisco francois franz fred freddie frederic frederik
    freya frida friedrich funmi gabor gabriel gabriela gabriele gareth gary gaurav gavin geeta
    gemma geoff geoffrey georg george georgia georgina gerald gerard gerd gerhard giacomo
    gilbert giles gillian gina giorgio giorgos giovanna giovanni gisela giulia giuseppe gloria
    gonzalo goran gordon graham greg gregor gregory greta guido guillaume guillermo gunnar
    gunter gustav gustavo guy gwen hakan hakon hamza hana hanna hannah hannes hans harald harish
    harriet harry haruto hasan hassan hatice hazel heather heidi heike heiko heinrich heinz
    helen helena helene helga helmut hendrik henri henrik henry herbert herman hilary hina hiro
    hiroshi hoa holger holly hong horst howard hubert huda hugh hugo humphrey huong hussein hye-
    jin ian ibrahim ida ifeoma ignacio igor ikechukwu ilse imogen imran ines inga inge ingeborg
    ingo ingrid ioana irena irene irina isaac isabel isabella isabelle ishaan isla istvan ivan
    ivana jackie jacob jacqueline jacques jakob jakub jamal james jamie jamila jan jana jane
    janet janice janine janos jared jasmin jasmine jason javier jean jeanette jeanne jeff
    jeffrey jelena jennifer jenny jens jeremy jerome jerry jesper jesse jessica ji-woo jill jim
    jimmy jin-ho jing jiri joachim joan joana joanna joanne joao joaquin jochen joe joel joelle
    joerg johan johann johanna johannes john johnny jon jonas jonathan jordi jorg jorge jose
    josef josefina joseph josephine josh joshua joy joyce juan juana judith judy jukka julia
    julian juliana julie julien juliet juliette julio julius jun jurgen justin justine justyna
    kai kamal kamil kaori karan karen karim karima karin karina karl karla karolina karsten
    kasia kasper katalin katarina katarzyna kate katerina katharina katherine kathleen kathrin
    kathy katie katja katrin kavita kay kazuki keiko keith kelechi kelly kemal ken kenji kenneth
    kenta kenya kerry kevin khaled khalid kieran kim kimberly kiran kirsten kirsti kirsty klara
    klaus kofi konrad konstantin kostas krishna kristen kristian kristin kristina krzysztof
    kumar kurt kwame kwesi kyle lakshmi lana lara larissa larry lars laszlo laura lauren
    laurence laurent layla leah lei leila lena leo leon leonard leonardo leonie leopold lerato
    leroy lesley leslie lev lewis leyla lia liam liang lili lilian lillian lilly lily lina linda
    lindiwe lindsay ling linh linus lisa lise liv livia liz liza lola lorena lorenzo lorraine
    lotta lotte louis louisa louise luc luca lucas lucia luciana luciano lucie lucy ludwig luigi
    luis luisa lukas luke lutz lydia lynn magda magdalena magnus mahmoud maja makoto malcolm
    malgorzata malik mandla mandy manfred manish manoj manuel manuela marc marcel marcela
    marcelo marcin marco marcos marcus marek margaret margarita margaux margot marguerite maria
    mariam marian mariana marianne marie marija mariko marina mario marion marisa marisol marta
    martha martin martina marvin mary maryam masako masha massimo mateo mateusz mathias mathieu
    mathilde matilda mats matt matteo matthew matthias matthieu matti maureen maurice mauro max
    maxim maxime maximilian maya meera megan mehmet mei-ling melanie melinda melissa mercedes
    meredith merve mette mia michael michaela michal michel michele michelle miguel mihaela
    mihai mika mike mikhail mikkel mila milan milena millie milos min-jun mina ming minh miranda
    miriam mirjam mohamed mohammad mohammed moira mona monica monika moritz mounir muhammad
    mukesh murat mustafa nabil nadia nadim nadine nadja nancy naoki naomi natalia natalie
    natasha nathalie nathan naveen neha neil nelson nemanja ngozi nguyen nia nicholas nick nico
    nicola nicolas nicole nicoletta nigel nikhil nikita nikki niklas nikolai nikolas nikos nils
    nina nino nisha nkechi noah noel noemi nomsa noor nora norbert norman nour nuria obinna
    octavia odette odile oksana ola olaf ole oleg olena olga oliver olivia olivier olu omar
    ondrej orla osama oscar oskar oswald otto owen ozan pablo paige pamela paola paolo pascal
    patricia patrick patrik patrizia patty paul paula paulina pauline paulo pavel pawel pedro
    peggy pekka penelope penny per percy peter petr petra phil philip philipp philippe phillip
    phoebe phuong pia pierre pieter pilar ping piotr polly pooja pradeep prakash pranav
    priscilla priya putri qiang quentin rachel radek radu rafael ragnar rahul raj rajesh rakesh
    ralf ralph ramesh ramon ramona rana randy rania raphael raquel rashid rasmus raul ravi
    raymond rebecca reem regina rei reinhard rekha ren renata renate rene rhys ricardo richard
    rick ricky riikka riku rita ritu robert roberta roberto robin rodrigo roger rohan rohit
    roland rolf roman romy ron ronald ronan rory rosa rosalie rosalind rosanna rosemary rosie
    ross rowan roxana roy ruben rudi rudolf rupert russell ruth ryan sabina sabine sabrina
    sachin sade sadie sakura salim salma salvatore sam samantha samer sami samir samira samuel
    sandeep sander sandor sandra sandro sandy sangeeta sanjay sanna santiago sara sarah sascha
    sasha satoshi saul scott sean sebastian sebastien selena selin selma seo-yeon serena serge
    sergei sergey sergio sevgi shane shannon sharon sheila shirley shreya sibylle siddharth
    siegfried sigrid sigurd silke silvia simon simona simone siobhan sipho siti sneha snezana
    sofia sofie soledad solveig sonia sonja sonya soo-jin sophia sophie sora soren stacey stan
    stefan stefania stefanie stefano steffen stella sten stephan stephane stephanie stephen
    steve steven stewart stuart sunil sunita suresh susan susana susanna susanne suzanne sven
    svenja svetlana swati sybille sylvia sylvie takashi takeshi tamara tania tanja tanvi tanya
    tara tarek tariq tatiana ted tendai teresa tereza terrence terry tess tessa thabo thanh thea
    themba theo theodore theresa therese thierry thomas tilda till tim timo timothy tina tobias
    todd tom tomas tomasz tommy toni tony torben torbjorn torsten tracey tracy tran trang trevor
    tristan trudy tuan tugce tunde tuomas uche uday uli ulla ulrich ulrike umberto ursula ute
    uwe valentin valentina valerie vanessa varun vasile vasily vera verena veronica veronika
    veronique vicky victor victoria vijay vikram viktor viktoria vincent vincenzo vinod viola
    violet virginia vivek vivian viviane vladimir volker waldemar walid walter wanda wanjiru
    wayne wendy werner wilhelm willem william willy winston wojciech wolfgang xavier xenia xia
    xiao xin yan yannis yara yasmin yasmine yetunde ying ylva yoko yong yoshi yousef yuki yumi
    yuri yusuf yves yvette yvonne zainab zanele zara zbigniew zdenek zeinab zeynep zhang zhen
    zoe zoltan zoran zsofia zuzana άννα γιάννης γιώργος δέσποινα δανάη δημήτρης ελένη κατερίνα
    κώστας μαρία νίκος σοφία александр алексей анастасия андрей андрій анна антон артём борис
    вера виктор владимир галина дарья денис дмитрий евгений екатерина елена иван игорь ирина
    кирилл ксения лариса людмила максим марина мария михаил надежда наталья николай оксана олег
    олена ольга павел пётр роман светлана сергей софия тамара тарас татьяна юлия юрий яна ірина
    אבי אורית גלית דוד דנה דני חנה טל יוסי יעל מיכל משה נועה רונית שירה שרה أحمد تامر حسن خالد
    رانيا سارة سلمى علي عمر فاطمة كريم ليلى محمد مريم منى نور هدى يوسف wei mei"""
)
# Also words or months: somebody's name only where a sentence uses it as one.
ALSO_WORDS = vocabulary(
    """al amber angel april art august autumn basil bill brook brooks buck bud can chance charity
    chase christian chuck clay cliff cole crystal dale dawn dean destiny dick don drew duke earl
    ed faith frank gene grace grant guy harmony hope hunter ivy jack jan jay joy june lance lane
    mai mar mark max may melody miles misty norm nova olive page pat pearl penny per price ray
    reed ren rich rick rob rod rose rusty sage skip sky stew stone sue summer sunny tad till van
    violet wade ward will"""
)
